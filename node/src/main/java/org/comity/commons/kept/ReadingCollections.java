package org.comity.commons.kept;

import java.util.List;
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
        return Collection.ALL.stream()
                .filter(it -> it.shelf().equals(shelf))
                .findFirst()
                .map(it -> rows.standing(it.law()))
                .orElse(List.of());
    }
}
