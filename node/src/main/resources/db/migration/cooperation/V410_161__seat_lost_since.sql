-- What was given from a seat after this moment is doubtful, once its key is ended (R156).
alter table cooperation.seat add column lost_since timestamptz;
