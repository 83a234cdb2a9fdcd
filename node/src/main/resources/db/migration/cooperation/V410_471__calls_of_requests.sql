-- A call that was joined to a request is forgotten with it.
create index call_thread on cooperation.call (thread) where thread is not null;
