package org.comity.commons.kept;

import org.comity.directory.Directory;
import org.springframework.stereotype.Component;

/** Tells whose word a record is: a State's where an authority of it says so, else the body's own, as the directory knows it. */
@Component
class SenderOfRecord {

    private final Directory directory;

    SenderOfRecord(Directory directory) {
        this.directory = directory;
    }

    /** A company's id begins with the letters of its host's State, which says nothing by that. */
    boolean isState(KeptRecord it) {
        return directory
                .find(it.participant())
                .filter(found -> found.kind().authority())
                .isPresent();
    }

    /** Two letters of the State, or the id of the body. */
    String code(KeptRecord it) {
        return isState(it) ? it.state() : it.participant();
    }

    String name(KeptRecord it, String language) {
        return isState(it)
                ? it.state()
                : directory
                        .find(it.participant())
                        .map(found -> found.name(language))
                        .orElse(it.participant());
    }
}
