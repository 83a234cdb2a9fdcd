-- Which entry the first officer would keep on, and until when it was confirmed then: where either has changed, it begins anew.
alter table directory.keeping add column hash text not null default '';
alter table directory.keeping add column confirmed_until timestamptz not null default 'epoch';
