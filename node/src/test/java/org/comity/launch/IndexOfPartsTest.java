package org.comity.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Whoever asks gets what Spring alone would give, and Spring looks through all parts only where there are several. */
class IndexOfPartsTest {

    private interface Says {}

    private static class Part implements Says {}

    private static final class Other extends Part {}

    private record Asks(Says part) {}

    private record AsksByName(@Qualifier("other") Part part) {}

    private final List<Class<?>> lookedFor = new ArrayList<>();

    @Test
    void the_only_part_of_a_type_is_found_without_a_look_at_the_others() {
        try (var context = with(Asks.class)) {
            new IndexOfParts().initialize(context);
            context.refresh();
            assertThat(context.getBean(Asks.class).part()).isExactlyInstanceOf(Part.class);
            assertThat(lookedFor).doesNotContain(Says.class);
        }
    }

    @Test
    void without_it_spring_looks_at_each() {
        try (var context = with(Asks.class)) {
            context.refresh();
            assertThat(lookedFor).contains(Says.class);
        }
    }

    @Test
    void of_two_none_is_taken_by_chance() {
        try (var context = with(Asks.class)) {
            context.registerBean("other", Other.class, Other::new);
            new IndexOfParts().initialize(context);
            assertThatExceptionOfType(UnsatisfiedDependencyException.class)
                    .isThrownBy(context::refresh)
                    .withCauseInstanceOf(NoUniqueBeanDefinitionException.class);
        }
    }

    @Test
    void the_first_choice_and_another_name_go_before() {
        try (var context = with(AsksByName.class)) {
            context.registerBean(Asks.class);
            context.registerBean("other", Other.class, Other::new, it -> it.setPrimary(true));
            new IndexOfParts().initialize(context);
            context.refresh();
            assertThat(context.getBean(Asks.class).part()).isInstanceOf(Other.class);
            assertThat(context.getBean(AsksByName.class).part()).isInstanceOf(Other.class);
        }
    }

    private AnnotationConfigApplicationContext with(Class<?> asks) {
        var context = new AnnotationConfigApplicationContext(new DefaultListableBeanFactory() {
            @Override
            public String[] getBeanNamesForType(Class<?> type, boolean more, boolean eager) {
                lookedFor.add(type);
                return super.getBeanNamesForType(type, more, eager);
            }
        });
        context.registerBean("one", Part.class, Part::new);
        context.registerBean(asks);
        return context;
    }
}
