package org.comity.cooperation.procedure;

import java.time.Clock;
import java.util.function.Function;
import org.comity.convention.Convention;
import org.comity.cooperation.Editions;
import org.comity.cooperation.Requests;
import org.comity.directory.Directory;
import org.comity.thread.Threads;
import org.comity.ui.Words;
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
            bean(FiledProcedure.class, it -> new FiledProcedure(file, it.bean(Convention.class)));
            bean(
                    FiledComposition.class,
                    it -> new FiledComposition(
                            file,
                            particulars(it),
                            it.bean(Convention.class),
                            it.bean(Directory.class),
                            it.bean(Words.class)));
            bean(
                    FiledRendering.class,
                    it -> new FiledRendering(file, it.bean(Convention.class), it.bean(Words.class), spoken(it)));
            bean(FiledSteps.class, it -> new FiledSteps(file, mine(it, FiledProcedure.class)));
            bean(
                    FiledWriting.class,
                    it -> new FiledWriting(
                            file,
                            particulars(it),
                            it.bean(Convention.class),
                            it.bean(Editions.class),
                            new SpeakingOf(mine(it, FiledProcedure.class), spoken(it), it.bean(Clock.class)),
                            it.bean(Words.class)));
            bean(
                    FiledForms.class,
                    it -> new FiledForms(
                            file,
                            mine(it, FiledComposition.class),
                            mine(it, FiledWriting.class),
                            it.bean(Convention.class),
                            it.bean(Words.class)));
            bean(
                    FiledFilling.class,
                    it -> new FiledFilling(file, mine(it, FiledComposition.class), it.bean(Requests.class)));
            if (file.follows() != null) {
                bean(
                        FiledFollowing.class,
                        it -> new FiledFollowing(
                                file, mine(it, FiledComposition.class), particulars(it), it.bean(Threads.class)));
            }
        }

        private SpokenActs spoken(SupplierContext beans) {
            return new SpokenActs(file.law(), beans.bean(Threads.class), beans.bean(Words.class));
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
