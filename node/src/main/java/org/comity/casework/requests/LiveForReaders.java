package org.comity.casework.requests;

import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.procedure.RequestRow;
import org.comity.ui.LiveRights;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.springframework.stereotype.Component;

/** Tells who may read cases that one has changed, and which; tells nobody else. */
@Component
class LiveForReaders implements LiveRights {

    private final CaseAccess access;
    private final RequestRows rows;
    private final Compartments compartments;

    LiveForReaders(CaseAccess access, RequestRows rows, Compartments compartments) {
        this.access = access;
        this.rows = rows;
        this.compartments = compartments;
    }

    /** @param id a reference, which more than one authority may have given, or a thread */
    @Override
    public Predicate<Official> readers(String topic, String id) {
        var threads = Stream.concat(
                        Stream.of(id), rows.at(RequestAddress.of(id)).stream().map(RequestRow::thread))
                .collect(Collectors.toSet());
        var seeing = compartments.readers(threads);
        return official -> access.mayRead(official) && seeing.test(official.id());
    }
}
