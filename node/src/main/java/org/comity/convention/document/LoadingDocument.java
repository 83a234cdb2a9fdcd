package org.comity.convention.document;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.convention.Convention;
import org.comity.convention.Instrument;
import org.comity.convention.document.Document.NotTaken;
import org.comity.convention.document.KeptDocuments.Kept;
import org.comity.proof.form.CommandLine;
import org.comity.vocabulary.CommandFailure;
import org.jspecify.annotations.Nullable;

/** Loads an official document, so that the pages of the articles show its words beside ours. */
final class LoadingDocument {

    private static final String HELP = """
            comity law load FILE --home FOLDER [--instrument uncc|budapest] [--language en|ar|es|fr|ru|zh]
            FILE is the official document, PDF or text in UTF-8. FOLDER is node.home.
            A document whose hash is known says itself what it is; of any other, name instrument and language.
            """;

    private final Convention convention;
    private final PrintStream out;

    private LoadingDocument(Convention convention, PrintStream out) {
        this.convention = convention;
        this.out = out;
    }

    /** @return the process's exit code */
    static int run(List<String> arguments, Convention convention, PrintStream out) {
        try {
            var options = CommandLine.read(arguments, 2, Set.of("home", "instrument", "language"), Set.of());
            if (options.words().size() != 2 || !options.words().getFirst().equals("load")) {
                throw new CommandLine.WrongUse("Name the file to load");
            }
            var home = Path.of(options.needed("home"));
            new LoadingDocument(convention, out).load(Path.of(options.words().getLast()), home, options);
            return 0;
        } catch (CommandLine.WrongUse wrong) {
            out.printf("%s.%n%s", wrong.getMessage(), HELP);
            return 2;
        } catch (NotTaken refused) {
            out.println("Not loaded: " + refused.getMessage());
        } catch (IOException disk) {
            out.println(CommandFailure.told(disk));
        }
        return 1;
    }

    private void load(Path file, Path home, CommandLine options) throws IOException {
        var document = Document.read(file);
        var known = known(document.sha256());
        var instrument =
                chosen("instrument", options, known.map(Known::instrument).orElse(null));
        var language = chosen(
                "language", options, known.map(it -> it.document().language()).orElse(null));
        var held = convention
                .newest(instrument)
                .filter(it -> !it.form())
                .orElseThrow(() ->
                        new NotTaken("There is no instrument %s with articles in the law data.".formatted(instrument)));
        var headings = Headings.of(language)
                .orElseThrow(
                        () -> new NotTaken("Articles in the language %s cannot be told apart.".formatted(language)));
        var articles = new SplittingIntoArticles(headings).articles(document.pages());
        complete(held, articles);
        convention
                .articles(held.edition())
                .forEach(it -> articles.computeIfPresent(
                        Integer.valueOf(it.number()),
                        (number, text) -> titled(it.title().byLanguage().get(language), text)));
        var name = known.map(it -> it.document().name())
                .orElseGet(() -> file.getFileName().toString().replaceAll("\\s", " "));
        new KeptDocuments(home)
                .keep(
                        instrument,
                        language,
                        new Kept(language, document.sha256(), known.isPresent(), name, articles, ""));
        out.printf("Loaded: %s, %s, %d articles.%n", held.name().in("en"), language, articles.size());
        out.println("SHA-256 " + document.sha256());
        out.println(
                known.isPresent()
                        ? "Recognised: this is " + name + "."
                        : "Not recognised: no hash of this document is known here. Compare it with the one that its publisher names.");
        out.println("Where its words differ from ours, they rule. Look at /articles.");
    }

    private Optional<Known> known(String sha256) {
        return convention.instruments().stream()
                .flatMap(it -> it.documents().stream().map(document -> new Known(it.id(), document)))
                .filter(it -> it.document().sha256().equals(sha256))
                .findFirst();
    }

    /** What the hash says; what is said otherwise beside it is a mistake. */
    private static String chosen(String option, CommandLine options, @Nullable String known) {
        var said = options.get(option);
        if (known == null) {
            if (said == null) {
                throw new NotTaken("The hash of this file is not known here. Say --%s.".formatted(option));
            }
            return said;
        }
        if (said != null && !said.equals(known)) {
            throw new NotTaken("By its hash this is %s, not %s. Leave --%s out.".formatted(known, said, option));
        }
        return known;
    }

    /** An article without numbered paragraphs goes on right after its title, which is ours too. */
    private static List<String> titled(@Nullable String title, List<String> paragraphs) {
        var first = paragraphs.getFirst();
        if (title == null
                || first.length() <= title.length()
                || !first.regionMatches(true, 0, title, 0, title.length())) {
            return paragraphs;
        }
        var split = new ArrayList<>(paragraphs);
        split.set(0, first.substring(0, title.length()));
        split.add(1, first.substring(title.length()).strip());
        return split;
    }

    /** Half a document is no document: a page without official words would look as if there were none. */
    private void complete(Instrument held, Map<Integer, List<String>> articles) {
        var missing = convention.articles(held.edition()).stream()
                .map(it -> Integer.valueOf(it.number()))
                .filter(it -> articles.getOrDefault(it, List.of()).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new NotTaken(
                    "%d of its articles were found, and article %d was not. Is it the whole text of %s, in this language?"
                            .formatted(
                                    articles.size(),
                                    missing.getFirst(),
                                    held.name().in("en")));
        }
    }

    private record Known(String instrument, Instrument.Document document) {}
}
