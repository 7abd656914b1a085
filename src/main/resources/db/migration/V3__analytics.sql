-- What analytics need to be quick over a million turns.

-- Whether a day's turns are still those that were counted is asked of this index alone. Indexes come before the column, which
-- locks the table: until then it can be read.
create index voice_agent_turn_print on voice_agent_turn (ended_at, rating, outcome);
drop index voice_agent_turn_ended;

-- The first 64 bits of a digest of the question without its case, punctuation and white space: the same question asked in
-- the same words has the same key. Null where no words are kept, and of turns that were logged before there was a key.
alter table voice_agent_turn add column question_key bigint;

create index voice_agent_turn_question on voice_agent_turn (question_key, ended_at);
