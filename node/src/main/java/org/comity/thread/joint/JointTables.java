package org.comity.thread.joint;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.comity.proof.table.MoveTable;
import org.comity.thread.Procedure;
import org.comity.thread.Threads.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Finds the procedures of joint threads, and their tables. */
@Component
class JointTables {

    private final Supplier<Stream<Procedure>> all;

    @Autowired
    JointTables(ObjectProvider<Procedure> beans) {
        this.all = beans::stream;
    }

    JointTables(Procedure... procedures) {
        this.all = () -> Stream.of(procedures);
    }

    Optional<Procedure> find(String procedure) {
        return all.get()
                .filter(it -> it.id().equals(procedure))
                .filter(it -> it.jointTable().isPresent())
                .findAny();
    }

    MoveTable get(String procedure) {
        return find(procedure)
                .flatMap(Procedure::jointTable)
                .orElseThrow(() -> new Refused("unknown-procedure", procedure));
    }
}
