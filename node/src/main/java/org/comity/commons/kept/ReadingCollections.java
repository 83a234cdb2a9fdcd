package org.comity.commons.kept;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what stands in a collection by its shelf. */
@Component
class ReadingCollections implements StandingRecords {

    private static final Comparator<KeptRecord> NEWEST = Comparator.comparing(
                    KeptRecord::admittedOn, Comparator.nullsFirst(Comparator.<LocalDate>reverseOrder()))
            .thenComparing(KeptRecord::thread);

    private final KeptRows rows;

    ReadingCollections(KeptRows rows) {
        this.rows = rows;
    }

    @Override
    public List<KeptRecord> onShelf(String shelf) {
        return collection(shelf).stream()
                .flatMap(it -> rows.everyStanding(it.law()).stream())
                .sorted(NEWEST)
                .toList();
    }

    @Override
    public Optional<KeptRecord> ofThread(String shelf, String thread) {
        return collection(shelf)
                .flatMap(it -> rows.find(thread).filter(kept -> kept.law().equals(it.law())));
    }

    private static Optional<Collection> collection(String shelf) {
        return Collection.ALL.stream().filter(it -> it.shelf().equals(shelf)).findFirst();
    }
}
