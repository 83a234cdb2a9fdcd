-- Two publishers may name one activity alike: each replaces its own words, never those of the other.
alter table capacity.brought_activity add column publisher text not null default '' check (length(publisher) <= 300);
alter table capacity.brought_activity drop constraint brought_activity_pkey;
alter table capacity.brought_activity add primary key (publisher, identifier);
