package org.comity.thread.register;

import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.vocabulary.RequestReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gives references that can be read aloud, counted from one each year. A draft thrown away leaves a gap. */
@Repository
class CountingReferences {

    private final JdbcClient db;
    private final Directory directory;
    private final Clock clock;

    CountingReferences(JdbcClient db, Directory directory, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.clock = clock;
    }

    RequestReference next() {
        int year = Year.now(clock.withZone(ZoneOffset.UTC)).getValue();
        db.sql("""
                insert into thread.reference_year (year, start)
                select :year, nextval('thread.reference_serial')
                 where not exists (select from thread.reference_year where year = :year)
                on conflict do nothing
                """).param("year", year).update();
        long number = db.sql("""
                select nextval('thread.reference_serial') - start
                  from thread.reference_year
                 where year = :year
                """).param("year", year).query(Long.class).single();
        return RequestReference.of(directory.self().state(), year, number);
    }

    /** Of threads with one reference the one that is meant: opened by ourselves first, then the oldest. */
    Optional<ThreadRow> meant(List<ThreadRow> same) {
        var self = directory.self().id();
        return same.stream()
                .min(Comparator.comparing((ThreadRow it) -> !it.opener().equals(self))
                        .thenComparing(ThreadRow::openedAt)
                        .thenComparing(ThreadRow::id));
    }
}
