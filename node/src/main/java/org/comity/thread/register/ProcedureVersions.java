package org.comity.thread.register;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.comity.thread.Procedure;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Finds the procedures of threads of two this node knows, each in every version it ever knew. */
@Component
class ProcedureVersions {

    private final Supplier<Stream<Procedure>> all;

    @Autowired
    ProcedureVersions(ObjectProvider<Procedure> beans) {
        this.all = beans::stream;
    }

    ProcedureVersions(Procedure... procedures) {
        this.all = () -> Stream.of(procedures);
    }

    Optional<Procedure> find(String id) {
        return all.get()
                .filter(it -> it.id().equals(id))
                .filter(it -> it.jointTable().isEmpty())
                .findAny();
    }

    /** Of a thread already open: its table stays in the code for life. */
    Procedure get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("No table for procedure [%s]".formatted(id)));
    }
}
