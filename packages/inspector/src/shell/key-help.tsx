import { Dialog } from "../components/dialog.tsx";

const keys = [
  ["j", "the next row"],
  ["k", "the previous row"],
  ["Enter", "opens the selected row"],
  ["Esc", "closes what is open"],
  ["/", "goes to the search, or to the first filter"],
] as const;

/** The keys of the page. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keyboard" onClose={onClose}>
      <dl class="facts">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
