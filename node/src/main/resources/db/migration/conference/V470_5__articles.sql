-- Articles of the Convention that a document or a decision is about, with commas between.
alter table conference.paper add column articles text not null default '' check (length(articles) <= 200);
alter table conference.decision add column articles text not null default '' check (length(articles) <= 200);
