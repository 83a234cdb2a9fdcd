package org.comity.cooperation.catalogue;

import java.util.Comparator;
import java.util.List;
import org.comity.cooperation.KnownProcedure;
import org.comity.cooperation.ProcedurePart;
import org.comity.cooperation.Procedures;
import org.comity.thread.Procedure;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Puts the parts of each procedure together; a node with a procedure of which one is missing does not start. */
@Component
class Catalogue implements Procedures, SmartInitializingSingleton {

    private final ObjectProvider<Procedure> tables;
    private final ObjectProvider<ProcedurePart> parts;
    private volatile @Nullable List<KnownProcedure> known;

    /** Parts may ask the catalogue of another procedure, so it is put together once all of them are there. */
    Catalogue(ObjectProvider<Procedure> tables, ObjectProvider<ProcedurePart> parts) {
        this.tables = tables;
        this.parts = parts;
    }

    @Override
    public void afterSingletonsInstantiated() {
        all();
    }

    @Override
    public List<KnownProcedure> all() {
        var here = known;
        if (here == null) {
            var each = parts.stream().toList();
            here = tables.stream()
                    .map(it -> new KnownProcedure(it, each))
                    .sorted(Comparator.comparing(KnownProcedure::law).thenComparing(Catalogue::version))
                    .toList();
            known = here;
        }
        return here;
    }

    private static int version(KnownProcedure procedure) {
        return Integer.parseInt(procedure.id().substring(procedure.law().length() + 1));
    }
}
