-- The number under which a State without a node has a request is corrected by an officer; letters that were posted before keep theirs.
alter table cooperation.request add column their_case_at timestamptz;
