-- The fetching of pages from websites, one row. Times are epoch milliseconds, 0 for never. Columns are only ever added.
create table voice_agent_fetching (
    id integer not null primary key,
    -- the server that fetches, by its id in the cluster, and until when no other one may
    holder varchar(36),
    held_until bigint not null,
    -- when an admin asked for it last, and when it began and came to its end last
    asked_at bigint not null,
    begun_at bigint not null,
    ended_at bigint not null,
    -- what came of the last one that ended, in JSON
    report varchar(1000000)
);

insert into voice_agent_fetching (id, held_until, asked_at, begun_at, ended_at) values (1, 0, 0, 0, 0);
