package org.comity.procedure.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.LawInconsistent;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.ProcedurePart;
import org.comity.procedure.Procedures;
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
    private final ObjectProvider<Convention> convention;
    private volatile @Nullable List<KnownProcedure> known;

    /** Parts may ask the catalogue of another procedure, so it is put together once all of them are there. */
    Catalogue(
            ObjectProvider<Procedure> tables,
            ObjectProvider<ProcedurePart> parts,
            ObjectProvider<Convention> convention) {
        this.convention = convention;
        this.tables = tables;
        this.parts = parts;
    }

    @Override
    public void afterSingletonsInstantiated() {
        all();
        var joint = tables.stream()
                .filter(it -> it.jointTable().isPresent())
                .map(it -> it.id().substring(0, it.id().indexOf('/')))
                .toList();
        convention.getObject().laws().stream()
                .filter(it -> !joint.contains(it.procedure()))
                .forEach(this::known);
    }

    @Override
    public List<String> laws() {
        var ofData = convention.getObject().laws().stream()
                .map(ProcedureLaw::procedure)
                .distinct()
                .toList();
        var here = all().stream().map(KnownProcedure::law).distinct().toList();
        return Stream.concat(
                        ofData.stream().filter(here::contains), here.stream().filter(it -> !ofData.contains(it)))
                .toList();
    }

    /** Law data may say nothing of a procedure that no version of it asks, so that a misspelt key is found. */
    private void known(ProcedureLaw law) {
        var asked = all().stream()
                .filter(it -> it.law().equals(law.procedure()))
                .flatMap(it -> it.composition().asks().stream())
                .collect(Collectors.toSet());
        law.fields().stream()
                .map(ProcedureLaw.Field::name)
                .filter(it -> !asked.contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new LawInconsistent(
                            law.id(),
                            "field \"%s\" is none that the procedure asks: name one of its fields".formatted(it));
                });
    }

    @Override
    public List<KnownProcedure> all() {
        var here = known;
        if (here == null) {
            var each = parts.stream().toList();
            here = tables.stream()
                    .filter(Procedure::casework)
                    .filter(it -> it.jointTable().isEmpty())
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
