-- Seats whose passkey the node keeps itself, for practice: where nobody practises their keys count for nothing.
alter table cooperation.seat add column practice boolean not null default false;
update cooperation.seat set practice = true where name like '%(practice passkey)';
