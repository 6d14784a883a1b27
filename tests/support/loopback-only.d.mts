export declare const refusedConnections: string[];
