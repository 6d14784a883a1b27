/** What `--help` prints. */
export const helpText = `An MCP server for the Instantly V2 API. It only reads unless told otherwise.

Usage: INSTANTLY_API_KEY=... npx @modulex-instantly/mcp [options]
       npx @modulex-instantly/mcp --sandbox        no key needed, nothing is ever sent

  --allow NAMES            write tools to offer, separated by commas, such as create_lead,reply_to_email
  --confirm MODE           who agrees to a send, an activation or a deletion:
                           person (default): a form in the client; without forms the tool refuses
                           two-step: without forms, a preview and a token that the model passes back
                           off: nobody
  --after-mail WHEN        when a write needs a person after incoming mail was read: every-write (default) or
                           new-contacts, if it has an address, account or link from the mail
  --replies-per-hour N     the most replies per key and hour; default 20
  --activations-per-hour N the most campaigns that are activated per key and hour; default 5
  --max-deletes N          the most leads that one call deletes; default 100
  --schemas PROFILE        lean (default) or full, which describes every field of every result
  --sandbox                run on an embedded simulator of Instantly instead of the API
  --scenario NAME          what the sandbox starts with: replies (default), outreach, pages, empty
  --http                   serve Streamable HTTP at /mcp instead of stdio; keys come with the requests
  --host ADDRESS           default 127.0.0.1; others need --allowed-hosts
  --port NUMBER            default 8787; 0 for any free port
  --allowed-hosts NAMES    the host names that clients use, such as mcp.example.com
  --allowed-origins URLS   web pages whose scripts may call, such as https://app.example.com
  --max-body-kb NUMBER     the largest request body; default 1024
  --redis URL              share limits and confirmations between instances
  -h, --help               print this help
  -v, --version            print the version

Every option can be set in the environment: INSTANTLY_MCP_ALLOW for --allow. With --http, a key of the server in
INSTANTLY_API_KEY needs a token of at least 32 characters in INSTANTLY_MCP_TOKEN, which clients send instead of a key.
`;
