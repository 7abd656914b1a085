-- What admins have added to the knowledge base. Times are epoch milliseconds. Columns are only ever added.
create table voice_agent_document (
    -- the same as long as kind and name are the same; of an accepted answer its own
    id varchar(64) not null primary key,
    -- upload, answer or page
    kind varchar(16) not null,
    -- of the file, the URL of a page; of an accepted answer its question
    name varchar(2000) not null,
    media_type varchar(100) not null,
    -- as visitors read it, and where; null where the content says it, or nothing does
    title varchar(500),
    url varchar(2000),
    -- a BCP 47 tag
    language varchar(35),
    bytes bigint not null,
    -- of the content, in hex
    sha256 varchar(64) not null,
    added_at bigint not null,
    added_by varchar(64) not null,
    -- what its server said of a page when it was fetched
    etag varchar(500),
    last_modified varchar(100),
    -- when a page was fetched or asked for last, and why that failed
    checked_at bigint,
    problem varchar(500)
);

-- Apart, so that a look at all documents, or at one whose page has not changed, moves no megabytes.
create table voice_agent_document_content (
    id varchar(64) not null primary key,
    content bytea not null
);

-- One row: grows with each change of what is known, in the transaction of the change.
create table voice_agent_document_version (
    id integer not null primary key,
    version bigint not null
);

insert into voice_agent_document_version (id, version) values (1, 0);
