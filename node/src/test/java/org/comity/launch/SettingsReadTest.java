package org.comity.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * The file of all settings that are read is made from the code: from the records that Spring binds, and from what is asked for
 * by name. {@code -Dsettings.write=1} makes it anew.
 */
class SettingsReadTest {

    private static final Path FILE = Path.of("src/main/resources").resolve(UnknownSettings.READ);
    private static final Pattern ASKED = Pattern.compile(
            "(?:\\$\\{|ConditionalOnProperty\\((?:name = )?\"|get(?:Required)?Property\\(\")((?:node|operator)\\.[a-z0-9.-]+)");

    @Test
    void every_setting_that_the_code_reads_stands_in_the_file_and_no_other()
            throws IOException, ClassNotFoundException {
        var keys = new TreeSet<String>();
        bound(keys);
        assertThat(keys).hasSizeGreaterThan(50);
        asked(keys);
        var text = String.join("\n", keys) + "\n";
        if (System.getProperty("settings.write") != null) {
            Files.writeString(FILE, text);
        }

        assertThat(FILE).as("make it anew with -Dsettings.write").hasContent(text);
    }

    private static void bound(Set<String> keys) throws ClassNotFoundException {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var found : scan.findCandidateComponents("org.comity")) {
            var type = Class.forName(found.getBeanClassName());
            expand(type.getAnnotation(ConfigurationProperties.class).value(), type, keys);
        }
    }

    private static void expand(String key, Type type, Set<String> keys) {
        switch (type) {
            case Class<?> group
            when group.isRecord() -> {
                for (var component : group.getRecordComponents()) {
                    expand(key + "." + dashed(component), component.getGenericType(), keys);
                }
            }
            case ParameterizedType several
            when several.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw) ->
                expand(key + "[]", several.getActualTypeArguments()[0], keys);
            // Of all that is bound, only a map has two.
            case ParameterizedType map
            when map.getActualTypeArguments().length == 2 -> expand(key + ".*", map.getActualTypeArguments()[1], keys);
            default -> keys.add(key);
        }
    }

    private static String dashed(RecordComponent component) {
        var dashed = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return ConfigurationPropertyName.of(dashed).toString();
    }

    private static void asked(Set<String> keys) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                ASKED.matcher(Files.readString(file))
                        .results()
                        .map(it -> it.group(1))
                        .forEach(keys::add);
            }
        }
    }
}
