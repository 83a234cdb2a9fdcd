package org.comity.commons.kept;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what stands in a collection by its shelf. */
@Component
class ReadingCollections implements StandingRecords {

    private final KeptRows rows;

    ReadingCollections(KeptRows rows) {
        this.rows = rows;
    }

    @Override
    public List<KeptRecord> onShelf(String shelf) {
        return collection(shelf).map(it -> rows.standing(it.law())).orElse(List.of());
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
