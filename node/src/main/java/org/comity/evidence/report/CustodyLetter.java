package org.comity.evidence.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.comity.evidence.CustodyActs.Basis.Kind;
import org.comity.evidence.CustodyActs.Shared;
import org.comity.evidence.EvidenceCases.Limit;
import org.comity.evidence.Releases.Release;
import org.comity.evidence.report.CustodyRecord.Own;
import org.comity.ledger.LogTree.CoveredLine;
import org.comity.proof.item.ItemManifest;
import org.comity.sealing.Letters.Letter;
import org.comity.sealing.Letters.Part;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Language;
import org.comity.ui.Words;

/** The report: the item, what both sides share, our own record, what it means, and the log's proof. */
final class CustodyLetter {

    private final CustodyRecord record;
    private final Words words;
    private final Language language;

    private CustodyLetter(CustodyRecord record, Words words, Language language) {
        this.record = record;
        this.words = words;
        this.language = language;
    }

    static Letter of(CustodyRecord record, Words words, Language language) {
        return new CustodyLetter(record, words, language).letter();
    }

    private Letter letter() {
        var self = record.self();
        var head = new ArrayList<>(List.of(self.name(language.tag())));
        self.functions().values().stream().findFirst().ifPresent(head::add);
        head.add(self.id());
        var sections = new ArrayList<Section>();
        sections.add(new Section(
                "", List.of(say("custody.printed", "who", record.by().id(), "at", moment(record.at())))));
        sections.add(item());
        sections.add(shared());
        sections.add(own());
        sections.add(limit());
        sections.add(new Section(
                say("custody.end.title"),
                List.of(say("custody.end.about"), say("custody.end.file"), say("custody.end.truth"))));
        sections.addAll(log());
        return new Letter(
                head,
                record.item().id().toString(),
                say("custody.title"),
                List.of(new Part(language.locale(), say("custody.title"), sections)),
                say("custody.foot", "sha", record.manifest().plain().sha256().substring(0, 16)));
    }

    private Section item() {
        var manifest = record.manifest();
        var lines = new ArrayList<String>();
        lines.add(say("custody.item.name", "name", record.item().name()));
        var folder = record.item().folder();
        if (!folder.isEmpty()) lines.add(say("custody.item.folder", "folder", folder));
        if (record.written() != null) lines.add(say("custody.item.written", "name", record.written()));
        if (record.reference() != null) lines.add(say("custody.item.reference", "reference", record.reference()));
        lines.add(say("custody.item.type", "type", record.item().mediaType()));
        lines.add(say("custody.item.size", "n", manifest.plain().size()));
        lines.add(say("custody.item.sha256", "hash", manifest.plain().sha256()));
        lines.add(say("custody.item.root", "hash", manifest.payload().root()));
        lines.add(say("custody.item.manifest", "hash", manifest.sha256()));
        lines.add(say("custody.item.state." + record.item().state().name()));
        record.destroyed()
                .map(it -> say("custody.item.destroyed", "at", moment(it), "who", record.destroyedBy()))
                .ifPresent(lines::add);
        for (ItemManifest.Recipient each : manifest.recipients()) {
            lines.add(say("custody.item.key." + each.purpose().name(), "who", each.participant()));
        }
        for (Release each : record.released()) {
            lines.add(say("custody.item.key.released", "who", each.receiver(), "hash", each.manifest()));
        }
        return new Section(say("custody.item.title"), lines);
    }

    private Section shared() {
        var lines = new ArrayList<>(List.of(say("custody.shared.about")));
        for (Shared each : record.shared()) {
            lines.add(say(
                    "custody.shared." + each.step().name(),
                    "at",
                    each.basis().writtenDown()
                            ? day(LocalDate.ofInstant(each.at(), ZoneOffset.UTC))
                            : moment(each.at()),
                    "from",
                    each.from(),
                    "to",
                    each.to(),
                    "more",
                    each.more()));
            if (each.basis().kind() != Kind.SEALED) lines.add(basis(each));
            lines.add(say("custody.shared.act", "act", each.act(), "manifest", each.manifest()));
        }
        if (record.shared().isEmpty()) lines.add(say("custody.shared.none"));
        return new Section(say("custody.shared.title", "n", 1), lines);
    }

    private String basis(Shared each) {
        var basis = each.basis();
        return say(
                "custody.basis." + basis.kind().name(),
                "who",
                each.by(),
                "to",
                each.told(),
                "channel",
                basis.channel().isEmpty() ? "" : say("paper.channel." + basis.channel()),
                "day",
                basis.day() == null ? "" : day(basis.day()));
    }

    private Section own() {
        var lines = new ArrayList<>(
                List.of(say("custody.own.about", "who", record.self().id())));
        for (Own each : record.own()) {
            var entry = each.entry();
            var official = entry.official();
            var line = "%d. %s. %s. %s"
                    .formatted(
                            entry.n(),
                            moment(entry.time()),
                            say("custody.what." + entry.what().name()),
                            official == null ? say("custody.by.node") : say("custody.by", "who", official));
            lines.add(record.another(entry)
                    .map(it -> line + " " + say("custody.item.manifest", "hash", it))
                    .orElse(line));
        }
        return new Section(say("custody.own.title", "n", 2), lines);
    }

    private Section limit() {
        var lines = new ArrayList<>(List.of(say("custody.limit.about")));
        for (Limit each : record.limits()) {
            var proceeding = each.proceeding().isBlank() ? "" : " (" + each.proceeding() + ")";
            lines.add(say(
                    "custody.limit.use", "reference", each.of().reference(), "purpose", each.purpose() + proceeding));
        }
        return new Section(say("custody.limit.title"), lines);
    }

    private List<Section> log() {
        var sections = new ArrayList<Section>();
        var checkpoint = record.checkpoint();
        var lines = new ArrayList<>(List.of(say("custody.log.about")));
        if (checkpoint == null) lines.add(say("custody.log.none"));
        else checkpoint.lines().filter(it -> !it.isBlank()).forEach(lines::add);
        sections.add(new Section(say("custody.log.title", "n", 3), lines));
        for (Own each : record.own()) {
            sections.add(new Section(say("custody.log.entry", "n", each.entry().n()), proof(each)));
        }
        return sections;
    }

    private List<String> proof(Own each) {
        if (each.line() == 0) return List.of(say("custody.log.no-line"));
        var lines = new ArrayList<>(List.of(say("custody.log.line", "n", each.line(), "hash", each.hash())));
        each.proven().ifPresentOrElse(it -> lines.addAll(proof(it)), () -> lines.add(say("custody.log.later")));
        return lines;
    }

    /** All of which the root is computed again, and nothing of what is under the line's commitment. */
    private List<String> proof(CoveredLine covered) {
        var lines = new ArrayList<String>();
        lines.add(say("custody.log.hashed"));
        lines.add(covered.line().hashed());
        lines.add(say("custody.log.leaf"));
        lines.add(base64(covered.line().leaf()));
        lines.add(say("custody.log.path", "index", covered.line().n() - 1));
        covered.path().forEach(it -> lines.add(base64(it)));
        return lines;
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    /** The month in letters: a day in figures alone would turn round in a line from right to left. */
    private String moment(Instant at) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm:ss 'UTC'", language.locale())
                .format(at.atZone(ZoneOffset.UTC));
    }

    private String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()));
    }

    private String say(String key, Object... named) {
        return words.say(language, key, named);
    }
}
