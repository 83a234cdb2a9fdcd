package org.comity.database;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/** A context under test that names no database gets one of its own in the server of the run, its tables made already. */
class DatabaseForEveryTest implements EnvironmentPostProcessor {

    /** Set by {@code @SpringBootTest}; nodes that tests start as processes bring their own PostgreSQL. */
    private static final String UNDER_TEST = "org.springframework.boot.test.context.SpringBootTestContextBootstrapper";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty(UNDER_TEST)) {
            environment.getPropertySources().addLast(new Fresh());
        }
    }

    /** Made when it is first asked for: not every context has a database. */
    private static final class Fresh extends PropertySource<Object> {

        private static final Set<String> NAMES =
                Set.of("spring.datasource.url", "spring.datasource.username", "spring.datasource.password");

        private @Nullable Map<String, String> made;

        Fresh() {
            super("a database for this test");
        }

        @Override
        public @Nullable Object getProperty(String name) {
            // Flyway would read all its files again, to find that they are in the database from which this one is
            // copied.
            if (name.equals("spring.flyway.enabled")) {
                return "false";
            }
            if (!NAMES.contains(name)) {
                return null;
            }
            if (made == null) {
                made = PracticeDatabase.propertiesOfANode();
            }
            return made.get(name);
        }
    }
}
