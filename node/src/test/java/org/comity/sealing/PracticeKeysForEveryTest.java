package org.comity.sealing;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** A test that names no key folder gets the practice keys of its {@code node.id}. */
class PracticeKeysForEveryTest implements EnvironmentPostProcessor {

    private static final String OURS = "class path resource [application.yaml]";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var sources = environment.getPropertySources();
        sources.stream()
                .filter(source -> source.containsProperty("node.keys"))
                .filter(source -> !source.getName().equals("configurationProperties"))
                .findFirst()
                .filter(source -> source.getName().contains(OURS))
                .ifPresent(theDefault -> sources.addBefore(theDefault.getName(), practice(environment)));
    }

    private static MapPropertySource practice(ConfigurableEnvironment environment) {
        var folder = PracticeKeys.folder(environment.getProperty("node.id", "XA-1"));
        return new MapPropertySource("practice keys", Map.of("node.keys", folder.toString()));
    }
}
