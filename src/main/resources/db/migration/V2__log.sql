-- The log of turns. Session references are the first 128 bits of the session id's SHA-256, in hex; times are epoch
-- milliseconds, durations milliseconds. Columns are only ever added.
create table voice_agent_session (
    session_ref varchar(64) not null primary key,
    begun_at bigint not null,
    language varchar(35),
    -- two letters (ISO 3166), by voice.log.country-header
    country varchar(2),
    -- mobile, tablet, desktop, bot or unknown
    device varchar(16) not null,
    -- the server that minted it, by its id in the cluster
    member varchar(36) not null
);

create index voice_agent_session_begun on voice_agent_session (begun_at);

create table voice_agent_turn (
    -- the session's reference, /, the turn's id
    id varchar(101) not null primary key,
    session_ref varchar(64) not null,
    turn_id varchar(36) not null,
    -- its place in the session; null when nothing of it was remembered, and then no words are here either
    turn_number bigint,
    ended_at bigint not null,
    -- chat, turns or live
    mode varchar(16) not null,
    spoken boolean not null,
    language varchar(35) not null,
    -- redacted; null where voice.log.texts is false
    question varchar(10000),
    response varchar(100000),
    -- the URLs it rests on, one a line
    sources varchar(10000) not null,
    -- done, interrupted, failed or blocked, and the type of the problem
    outcome varchar(16) not null,
    problem varchar(200),
    -- embedded, site, or openai/ and the model; null for a stage that had nothing to do
    transcription_engine varchar(200),
    answer_engine varchar(200) not null,
    speech_engine varchar(200),
    endpointing_ms bigint not null,
    transcription_ms bigint not null,
    ttft_ms bigint not null,
    first_sentence_ms bigint not null,
    speech_ms bigint not null,
    first_audio_ms bigint not null,
    heard_ms bigint not null,
    total_ms bigint not null,
    input_tokens integer not null,
    cached_input_tokens integer not null,
    output_tokens integer not null,
    transcribed_ms bigint not null,
    spoken_characters integer not null,
    cache_hits integer not null,
    cost numeric(24, 12) not null,
    currency varchar(3) not null,
    -- up or down, where the visitor has said so
    rating varchar(16),
    -- the server that ran it, by its id in the cluster
    member varchar(36) not null
);

create index voice_agent_turn_session on voice_agent_turn (session_ref);
create index voice_agent_turn_ended on voice_agent_turn (ended_at);

-- Sessions of which no row may be written any more, also by a server that has some waiting.
create table voice_agent_erased (
    session_ref varchar(64) not null primary key,
    erased_at bigint not null
);
