-- One row a session, so that it comes back after all servers were stopped.
create table voice_agent_conversation (
    -- the first 128 bits of the session id's SHA-256, in hex; the id itself is kept nowhere
    ref varchar(64) not null primary key,
    -- JSON; fields are only ever added
    document text not null,
    -- epoch milliseconds
    expires_at bigint not null
);

create index voice_agent_conversation_expiry on voice_agent_conversation (expires_at);
