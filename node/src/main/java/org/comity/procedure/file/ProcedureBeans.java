package org.comity.procedure.file;

import java.time.Clock;
import java.util.function.Function;
import org.comity.convention.Convention;
import org.comity.directory.Directory;
import org.comity.evidence.ItemsOfThread;
import org.comity.procedure.Composition;
import org.comity.procedure.Editions;
import org.comity.procedure.Requests;
import org.comity.procedure.field.PossibleDays;
import org.comity.procedure.field.ReadCells;
import org.comity.procedure.form.CustodyPages;
import org.comity.procedure.form.DeliverableItems;
import org.comity.thread.Threads;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.BeanRegistry.SupplierContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Gives the house the table and all parts of each procedure that is a file, as a procedure in Java gives its own. */
@Configuration(proxyBeanMethods = false)
@Import(ProcedureBeans.Registrar.class)
class ProcedureBeans {

    static final class Registrar implements BeanRegistrar {

        @Override
        public void register(BeanRegistry registry, Environment environment) {
            registry.registerBean(
                    KnownRequests.class,
                    it -> it.supplier(beans -> new KnownRequests(
                            beans.bean(Threads.class),
                            beans.bean(Convention.class),
                            beans.bean(Editions.class),
                            beans.bean(Directory.class),
                            beans.bean(Words.class),
                            beans.bean(Clock.class))));
            FiledProcedures.read().forEach(it -> new OfFile(registry, it).register());
        }
    }

    private static final class OfFile {

        private final BeanRegistry registry;
        private final ProcedureFile file;

        OfFile(BeanRegistry registry, ProcedureFile file) {
            this.registry = registry;
            this.file = file;
        }

        void register() {
            bean(FiledProcedure.class, it -> new FiledProcedure(file, it.bean(Convention.class), particulars(it)));
            if (file.joint()) {
                bean(
                        JointProcedure.class,
                        it -> new JointProcedure(
                                file,
                                mine(it, FiledProcedure.class),
                                it.bean(Convention.class),
                                it.bean(Words.class),
                                possible(it)));
                return;
            }
            registry.registerBean(name(Composition.class), Composition.class, it -> it.supplier(this::filed));
            bean(
                    FiledRendering.class,
                    it -> new FiledRendering(
                            file, it.bean(Convention.class), it.bean(Words.class), spoken(it), named(it)));
            bean(FiledSteps.class, it -> new FiledSteps(file, mine(it, FiledProcedure.class), particulars(it)));
            bean(
                    FiledWriting.class,
                    it -> new FiledWriting(
                            file,
                            particulars(it),
                            it.bean(Convention.class),
                            it.bean(Editions.class),
                            new OfferingEarlierActs(mine(it, FiledProcedure.class), spoken(it), it.bean(Clock.class)),
                            new OpenGrounds(it.bean(Threads.class), it.bean(Directory.class)),
                            FiledGaps.has(file) ? mine(it, FiledGaps.class) : null,
                            items(it),
                            it.bean(Words.class),
                            it.bean(Threads.class),
                            possible(it),
                            new FactsWithoutEffect(
                                    file,
                                    mine(it, FiledProcedure.class),
                                    it.bean(Threads.class),
                                    it.bean(Words.class),
                                    it.bean(Clock.class)),
                            file.secrecy() == null ? null : mine(it, FiledSecrecy.class)));
            bean(
                    FiledForms.class,
                    it -> new FiledForms(
                            file,
                            filed(it),
                            mine(it, FiledWriting.class),
                            it.bean(Convention.class),
                            it.bean(Words.class),
                            possible(it)));
            bean(
                    FiledFilling.class,
                    it -> new FiledFilling(file, filed(it), it.bean(Requests.class), mine(it, FiledWriting.class)));
            bean(FiledMarks.class, _ -> new FiledMarks(file));
            registerWhereAsked();
        }

        private void registerWhereAsked() {
            if (file.follows() != null) {
                bean(
                        FiledFollowing.class,
                        it -> new FiledFollowing(file, filed(it), particulars(it), it.bean(Threads.class)));
            }
            if (!file.serves().isEmpty()) {
                bean(FiledServing.class, it -> new FiledServing(file, filed(it), mine(it, FiledProcedure.class)));
            }
            if (!file.checkWord().isEmpty()) {
                bean(FiledOrdersOnPaper.class, _ -> new FiledOrdersOnPaper(file));
            }
            if (FiledGaps.has(file)) {
                bean(FiledGaps.class, it -> new FiledGaps(file, filed(it), it.bean(Threads.class)));
            }
            var secrecy = file.secrecy();
            if (secrecy != null) {
                bean(FiledSecrecy.class, it -> new FiledSecrecy(file, secrecy, it.bean(Threads.class)));
            }
        }

        private FiledComposition filed(SupplierContext beans) {
            return new FiledComposition(
                    file,
                    particulars(beans),
                    beans.bean(Convention.class),
                    beans.bean(Directory.class),
                    beans.bean(Words.class),
                    possible(beans));
        }

        private static PossibleFields possible(SupplierContext beans) {
            return new PossibleFields(
                    new PossibleDays(beans.bean(Clock.class)),
                    new ReadCells(beans.bean(Directory.class)::all),
                    beans.bean(Convention.class));
        }

        private @Nullable FiledItems items(SupplierContext beans) {
            return !FiledItems.has(file)
                    ? null
                    : new FiledItems(
                            file,
                            beans.bean(DeliverableItems.class),
                            beans.bean(CustodyPages.class),
                            beans.bean(KnownRequests.class));
        }

        private @Nullable NamedItems named(SupplierContext beans) {
            return !FiledItems.has(file)
                    ? null
                    : new NamedItems(file.law(), beans.bean(ItemsOfThread.class), beans.bean(Words.class));
        }

        private FindingEarlierActs spoken(SupplierContext beans) {
            return new FindingEarlierActs(file.law(), beans.bean(Threads.class), beans.bean(Words.class));
        }

        private <T> void bean(Class<T> part, Function<SupplierContext, T> made) {
            registry.registerBean(name(part), part, it -> it.supplier(made::apply));
        }

        private <T> T mine(SupplierContext beans, Class<T> part) {
            return beans.bean(name(part), part);
        }

        private String name(Class<?> part) {
            return file.id() + " " + part.getSimpleName();
        }

        private Particulars particulars(SupplierContext beans) {
            return beans.beanProvider(Particulars.class).stream()
                    .filter(it -> it.procedure().equals(file.id()))
                    .findFirst()
                    .orElseGet(() -> Particulars.none(file.id()));
        }
    }
}
