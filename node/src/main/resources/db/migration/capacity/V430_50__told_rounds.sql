-- When the States were told, each in its language, why their needs were matched or left.
alter table capacity.solving add column told_at timestamptz;
