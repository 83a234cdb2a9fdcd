-- Articles of the Convention that an item of an agenda is about, with commas between.
alter table conference.agenda_item add column articles text not null default '' check (length(articles) <= 200);
