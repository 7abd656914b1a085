-- What admins did. Times are epoch milliseconds. Columns are only ever added.
create table voice_agent_audit (
    id varchar(36) not null primary key,
    acted_at bigint not null,
    -- as they signed in, or tried to
    actor varchar(64) not null,
    -- of the call; of IPv6 the /64
    address varchar(64) not null,
    -- sign-in, sign-out, agent-on, agent-off, empty-caches or end-session
    act varchar(32) not null,
    -- what it was done to, as a session's reference
    subject varchar(64) not null,
    -- the reason given, and what came of it
    detail varchar(500) not null,
    -- begun, done, failed or refused; one that stays begun is of a server that died in between
    outcome varchar(16) not null,
    -- the server, by its id in the cluster
    member varchar(36) not null
);

create index voice_agent_audit_acted on voice_agent_audit (acted_at, id);
