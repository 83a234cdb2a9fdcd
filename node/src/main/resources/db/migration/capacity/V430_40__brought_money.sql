-- What a brought activity says of money: a line for each kind of transaction and currency, with its sum.
alter table capacity.brought_activity add column money text not null default '' check (length(money) <= 4000);
