-- In which threads anything waits for an officer is asked for every page; how much of each sender, by some.
drop index evidence.arrival_to_press;
create index arrival_to_press on evidence.arrival (thread, sender) where state = 'PAUSED' and why is not null;
