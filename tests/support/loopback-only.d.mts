export declare const rejectedConnections: string[];
