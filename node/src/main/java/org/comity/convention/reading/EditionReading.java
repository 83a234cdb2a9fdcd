package org.comity.convention.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.convention.EntryIntoForce;
import org.comity.convention.EntryIntoForce.Deposit;
import org.comity.convention.FinalProvisions;
import org.comity.convention.Instrument;
import org.comity.convention.Instrument.Chapter;
import org.comity.convention.Instrument.Document;
import org.comity.convention.Offence;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.Wording;
import org.jspecify.annotations.Nullable;

/** Reads one edition: {@code instrument.yaml} first, then the files that it names. */
record EditionReading(LawFiles files) {

    private static @Nullable List<Edition> ofTheProgram;

    /** Those that come with the program, read once: nothing changes them. */
    static synchronized List<Edition> ofTheProgram() {
        if (ofTheProgram == null) ofTheProgram = new EditionReading(LawFiles.ofTheProgram()).all();
        return ofTheProgram;
    }

    /** All editions that {@code index.yaml} names. */
    List<Edition> all() {
        var seen = new HashSet<String>();
        return LawNode.of(files, "index.yaml").only("editions").list("editions").stream()
                .map(named -> {
                    if (!seen.add(named.text())) {
                        throw named.fault("edition %s stands here twice".formatted(named.text()));
                    }
                    return read(named.text());
                })
                .toList();
    }

    private Edition read(String edition) {
        var piece = LawNode.of(files, edition + "/instrument.yaml");
        piece.only(
                "id",
                "version",
                "articles",
                "form",
                "name",
                "short",
                "binding-note",
                "entry-into-force",
                "sources",
                "read",
                "documents",
                "chapters",
                "offences",
                "final",
                "assurances",
                "shared",
                "procedures");
        boolean form = piece.find("form").map(LawNode::flag).orElse(false);
        if (form) {
            piece.only("id", "version", "form", "name", "short", "binding-note", "shared", "procedures");
        }
        var articles = form ? ArticleIndex.none() : articles(piece);
        var chapters = new ArrayList<Chapter>();
        for (var chapter : piece.list("chapters")) {
            chapter.only("number", "file", "title");
            chapters.add(new Chapter(chapter.text("number"), chapter.at("title").wordingOnly()));
            articles.read(LawNode.of(files, edition + "/" + chapter.text("file")), chapter.text("number"));
        }
        complete(piece, articles);
        var ends = piece.find("final")
                .map(file -> new FinalReading(articles).read(LawNode.of(files, edition + "/" + file.text())))
                .orElse(FinalProvisions.NONE);
        var instrument = instrument(piece, articles, chapters, ends);
        if (!instrument.edition().equals(edition)) {
            throw piece.fault("says it is %s, but stands in %s".formatted(instrument.edition(), edition));
        }
        var offences = offences(edition, piece, articles);
        return new Edition(instrument, articles, offences, laws(edition, piece, articles, !offences.isEmpty()));
    }

    private static ArticleIndex articles(LawNode piece) {
        var sources = sources(piece);
        var read = piece.find("read");
        if (read.isPresent() && !sources.containsKey(read.get().text())) {
            throw read.get()
                    .fault("source \"%s\" is not in instrument.yaml"
                            .formatted(read.get().text()));
        }
        return new ArticleIndex(sources, read.map(it -> sources.get(it.text())).orElse(null));
    }

    private static Map<String, Wording> sources(LawNode piece) {
        var sources = new LinkedHashMap<String, Wording>();
        piece.at("sources").entries().forEach((code, source) -> sources.put(code, source.wordingOnly()));
        return sources;
    }

    private static void complete(LawNode piece, ArticleIndex articles) {
        piece.find("articles").ifPresent(count -> {
            for (int number = 1; number <= count.number(); number++) {
                if (articles.article(Integer.toString(number)).isEmpty()) {
                    throw count.fault("article %d is missing".formatted(number));
                }
            }
            if (articles.all().size() != count.number()) {
                throw count.fault("there are %d articles in the data"
                        .formatted(articles.all().size()));
            }
        });
    }

    private static Instrument instrument(
            LawNode piece, ArticleIndex articles, List<Chapter> chapters, FinalProvisions ends) {
        return new Instrument(
                piece.text("id"),
                piece.at("version").number(),
                piece.at("name").wordingOnly(),
                piece.at("short").wordingOnly(),
                piece.at("binding-note").wordingOnly(),
                articles.form() ? EntryIntoForce.ALWAYS : entry(piece.at("entry-into-force"), articles),
                articles.form(),
                piece.has("articles"),
                chapters,
                articles.readIn(),
                piece.list("documents").stream().map(EditionReading::document).toList(),
                ends,
                articles.assurances(piece));
    }

    private static Document document(LawNode piece) {
        piece.only("language", "name", "sha256");
        var sha256 = piece.text("sha256");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw piece.at("sha256").fault("\"%s\" is not a SHA-256 in hex".formatted(sha256));
        }
        return new Document(piece.at("language").language(), piece.text("name"), sha256);
    }

    private static EntryIntoForce entry(LawNode piece, ArticleIndex articles) {
        var ref = articles.cited(piece).ref();
        if (piece.has("since")) {
            piece.only("ref", "since");
            return new EntryIntoForce(ref, piece.at("since").day(), 0, 0, List.of());
        }
        piece.only("ref", "instruments", "days", "deposits");
        var instruments = piece.at("instruments");
        if (instruments.number() < 1) {
            throw instruments.fault("at least one instrument is needed");
        }
        var deposits =
                piece.list("deposits").stream().map(EditionReading::deposit).toList();
        return new EntryIntoForce(
                ref, null, instruments.number(), piece.at("days").number(), deposits);
    }

    private static Deposit deposit(LawNode piece) {
        piece.only("by", "organisation", "date", "notification");
        var notification = piece.text("notification");
        if (!notification.startsWith("C.N.")) {
            throw piece.at("notification")
                    .fault("\"%s\" is not a depositary notification (C.N.…)".formatted(notification));
        }
        return new Deposit(
                piece.text("by"),
                piece.at("organisation").flag(),
                piece.at("date").day(),
                notification);
    }

    private List<Offence> offences(String edition, LawNode piece, ArticleIndex articles) {
        return piece.find("offences")
                .map(file -> new OffenceReading(articles).read(LawNode.of(files, edition + "/" + file.text())))
                .orElse(List.of());
    }

    private List<ProcedureLaw> laws(String edition, LawNode piece, ArticleIndex articles, boolean offences) {
        var seen = new HashSet<String>();
        var shared = new SharedLaw(files, edition);
        return piece.list("procedures").stream()
                .map(file -> {
                    var law = new ProcedureReading(edition, articles, offences, shared)
                            .read(LawNode.of(files, edition + "/" + file.text()));
                    if (!seen.add(law.procedure())) {
                        throw file.fault("procedure %s stands here twice".formatted(law.procedure()));
                    }
                    return law;
                })
                .toList();
    }
}
