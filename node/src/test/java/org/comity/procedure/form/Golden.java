package org.comity.procedure.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.House;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.ActRendering;
import org.comity.procedure.Composition;
import org.comity.proof.form.CanonicalJson;
import org.comity.ui.Words;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What posted forms become, kept as it was: the bytes of the body in {@code act.json}, and every line of it in each language;
 * and the words of documents and pages of the stories that begin with them.
 * Run with {@code -Dgolden.write} after a change that was meant.
 */
public final class Golden {

    private static final Path FILES = House.root().resolve("node/src/test/resources/golden");

    private Golden() {}

    /** @param forms by page, as a browser would post them */
    public static void stays(
            String name,
            String opening,
            Composition composition,
            ActRendering rendering,
            Map<String, Map<String, List<String>>> forms,
            Words words)
            throws IOException {
        var body = composition.empty();
        for (var step : composition.steps()) {
            MultiValueMap<String, String> form = new LinkedMultiValueMap<>(forms.getOrDefault(step, Map.of()));
            body = composition.apply(body, step, form);
        }
        var text = new StringBuilder(new String(CanonicalJson.write(body), UTF_8)).append('\n');
        var edition = PracticeLaw.held()
                .newest(String.valueOf(body.get("instrument")))
                .orElseThrow()
                .edition();
        for (var language : words.languages()) {
            text.append("\n# ").append(language.tag()).append('\n');
            for (var section : rendering.sections(edition, null, opening, Map.of(), body, language.locale())) {
                text.append("\n## ").append(section.label()).append('\n');
                section.paragraphs().forEach(it -> text.append(it).append('\n'));
            }
        }
        stays(name, text.toString());
    }

    /** A text that is the same each time it is made. */
    public static void stays(String name, String text) throws IOException {
        var file = FILES.resolve(name + ".txt");
        if (System.getProperty("golden.write") != null) {
            Files.createDirectories(FILES);
            Files.writeString(file, text);
        }
        assertThat(file).as("was a change meant? then -Dgolden.write").hasContent(text);
    }

    /** The body that posted forms became under the UN Convention, the fullest that is kept; empty where none is. */
    public static Optional<Map<String, Object>> opening(String procedure, String type) {
        var name = procedure.replace('/', '-') + "-" + type;
        return Stream.of(name + "-sections-uncc.txt", name + "-uncc.txt")
                .map(FILES::resolve)
                .filter(Files::exists)
                .findFirst()
                .map(Golden::body);
    }

    private static Map<String, Object> body(Path file) {
        try (var lines = Files.lines(file)) {
            return CanonicalJson.read(lines.findFirst().orElseThrow().getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
