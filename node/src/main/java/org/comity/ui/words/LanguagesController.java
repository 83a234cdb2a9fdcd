package org.comity.ui.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.comity.ui.Language;
import org.comity.ui.LanguageReach;
import org.comity.ui.LanguageReach.Extent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Shows how far each language is, and what of it a person has read; anybody may read it. */
@Controller
class LanguagesController {

    private final List<LanguageReach> reaches = reaches();

    @GetMapping("/help/languages")
    String languages(Model model) {
        model.addAttribute("reaches", reaches);
        return "languages/reaches";
    }

    static List<LanguageReach> reaches() {
        var whole = MessageFiles.read().keySet();
        var letters = MessageFiles.ofLetters().keySet();
        var parts = TranslatedPart.read();
        var read = read();
        return Language.KNOWN.stream()
                .map(it -> new LanguageReach(
                        it,
                        extent(it, whole, letters),
                        whole.contains(it.tag())
                                ? List.of()
                                : parts.stream()
                                        .filter(part -> part.languages().contains(it.tag()))
                                        .map(TranslatedPart::name)
                                        .toList(),
                        read.getOrDefault(it.tag(), List.of())))
                .toList();
    }

    private static Extent extent(Language language, Set<String> whole, Set<String> letters) {
        if (language.equals(Language.ENGLISH)) return Extent.SOURCE;
        if (whole.contains(language.tag())) return Extent.EVERYTHING;
        return letters.contains(language.tag()) ? Extent.LETTERS : Extent.NOTHING;
    }

    /** What a person has read, by language. */
    static Map<String, List<String>> read() {
        try (InputStream in = Objects.requireNonNull(
                LanguagesController.class.getResourceAsStream("/messages/read.yaml"), "read.yaml is missing")) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
