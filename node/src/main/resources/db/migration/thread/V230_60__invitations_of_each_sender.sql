-- One invitation of each sender: an invented one takes nobody else's place.
alter table thread.invitation drop constraint invitation_pkey;
alter table thread.invitation add primary key (thread, sender);
create index invitation_sender on thread.invitation (sender, at);
