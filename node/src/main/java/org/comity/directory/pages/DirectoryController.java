package org.comity.directory.pages;

import java.io.IOException;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.directory.Directory;
import org.comity.directory.DirectoryWatch;
import org.comity.directory.EntryRefused;
import org.comity.directory.EntryVersions;
import org.comity.directory.LawBetween;
import org.comity.directory.Participant;
import org.comity.directory.ParticipantEntry;
import org.comity.directory.ProvenDecisions;
import org.comity.directory.ProviderNotes;
import org.comity.ui.FileAnswer;
import org.comity.ui.Flash;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantId;
import org.comity.vocabulary.ParticipantKind;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who takes part, one counterpart's entry, its versions, and what two officers decide about it. */
@Controller
@RequestMapping("/directory")
class DirectoryController {

    private static final String PARTICIPANT = "/{id:" + ParticipantId.FORM + "}";

    private final Directory directory;
    private final DirectoryWatch watch;
    private final EntryVersions entries;
    private final ProvenDecisions decisions;
    private final Convention law;
    private final ProviderNotes notes;
    private final Clock clock;

    DirectoryController(
            Directory directory,
            DirectoryWatch watch,
            EntryVersions entries,
            ProvenDecisions decisions,
            Convention law,
            ProviderNotes notes,
            Clock clock) {
        this.notes = notes;
        this.decisions = decisions;
        this.directory = directory;
        this.watch = watch;
        this.entries = entries;
        this.law = law;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model, Locale locale) {
        var self = directory.self();
        var alphabet = Collator.getInstance(locale);
        var participants = directory.all().stream()
                .sorted(Comparator.comparing((Participant it) -> it.name(locale.getLanguage()), alphabet)
                        .thenComparing(Participant::id))
                .toList();
        model.addAttribute(
                "directory",
                new DirectoryView(
                        participants,
                        self.id(),
                        directory.network(),
                        directory.position().sequence(),
                        watch.warnings().stream().noneMatch(it -> it.code().equals("not-confirmed")),
                        watch.warnings(),
                        entries.waiting()));
        return "directory/list";
    }

    @GetMapping(PARTICIPANT)
    String counterpart(@PathVariable String id, Model model) {
        if (id.equals(directory.self().id())) {
            return "redirect:/directory/us";
        }
        var versions = entries.versions(id);
        var waiting = versions.stream()
                .filter(it -> it.status() == EntryVersions.Status.WAITING)
                .toList();
        if (directory.find(id).isEmpty() && !waiting.isEmpty()) {
            return "redirect:/directory/" + id + "/versions/"
                    + waiting.getFirst().hash();
        }
        var participant = directory.get(id);
        var source = versions.stream()
                .filter(it -> it.status() == EntryVersions.Status.IN_FORCE)
                .map(EntryVersions.Version::source)
                .findFirst()
                .orElse(EntryVersions.Source.LIST);
        model.addAttribute(
                "counterpart",
                new CounterpartView(
                        participant,
                        directory.standing(id),
                        source,
                        entries.phoneTestedAt(id).orElse(null),
                        versions,
                        waiting,
                        keeping(participant),
                        passkeyRequired(),
                        new LawBetween(
                                law,
                                directory.self(),
                                participant,
                                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                        participant.kind() == ParticipantKind.PROVIDER ? notes.of(id) : List.of()));
        return "directory/counterpart";
    }

    /** A version beside the one before it; beside nothing, it shows whole. */
    @GetMapping(PARTICIPANT + "/versions/{hash}")
    String compare(@PathVariable String id, @PathVariable String hash, Model model) {
        var versions = entries.versions(id);
        var after = versions.stream()
                .filter(it -> it.hash().equals(hash))
                .findFirst()
                .orElseThrow(() -> new EntryRefused("unknown-version", id));
        var before = versions.stream()
                .filter(it -> it.version() < after.version())
                .filter(it ->
                        it.status() == EntryVersions.Status.IN_FORCE || it.status() == EntryVersions.Status.BEFORE)
                .findFirst()
                .orElse(after);
        model.addAttribute(
                "compare",
                new CompareView(id, before, after, rows(id, before, after), accepting(id, hash), passkeyRequired()));
        return "directory/compare";
    }

    @PostMapping("/{id}/versions/{hash}/accept")
    String accept(
            @PathVariable String id,
            @PathVariable String hash,
            @RequestParam Map<String, String> posted,
            Official by,
            RedirectAttributes redirect) {
        decisions.decide(by, accepting(id, hash), posted, () -> entries.accept(id, hash, by));
        return done(redirect, "directory.done.accepted", id);
    }

    @PostMapping("/{id}/versions/{hash}/refuse")
    String refuse(@PathVariable String id, @PathVariable String hash, Official by, RedirectAttributes redirect) {
        entries.refuse(id, hash, by);
        return done(redirect, "directory.done.refused", id);
    }

    @PostMapping("/{id}/phone-tested")
    String phoneTested(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String phone,
            Official by,
            RedirectAttributes redirect) {
        entries.phoneTested(id, phone, by);
        return done(redirect, "directory.done.phone", id);
    }

    @PostMapping("/{id}/keep")
    String keep(
            @PathVariable String id,
            @RequestParam Map<String, String> posted,
            Official by,
            RedirectAttributes redirect) {
        decisions.decide(by, keeping(directory.get(id)), posted, () -> entries.keep(id, by));
        return done(redirect, "directory.done.kept", id);
    }

    /** An entry handed over without an operator. */
    @PostMapping("/bring")
    String bring(@RequestParam MultipartFile file, Official by, RedirectAttributes redirect) throws IOException {
        try (var in = file.getInputStream()) {
            var id = entries.take(in.readNBytes(ParticipantEntry.LARGEST + 1), by);
            return done(redirect, "directory.done.brought", id);
        }
    }

    @PostMapping("/warnings/settle")
    String settle(@RequestParam String code, @RequestParam String subject, Official by) {
        watch.settle(code, subject, by);
        return "redirect:/directory";
    }

    /** An entry as it was signed, to hand on. */
    @GetMapping(PARTICIPANT + "/versions/{hash}/entry.json")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String hash) {
        var signed = entries.version(id, hash).orElseThrow(() -> new EntryRefused("unknown-version", id));
        return FileAnswer.saved(id + "-" + signed.entry().version() + ".json")
                .contentType(MediaType.APPLICATION_JSON)
                .body(signed.json());
    }

    private List<CompareView.Row> rows(String id, EntryVersions.Version before, EntryVersions.Version after) {
        var old = entries.version(id, before.hash()).orElseThrow().entry();
        var now = entries.version(id, after.hash()).orElseThrow().entry();
        return before.equals(after) ? CompareView.whole(now) : CompareView.differences(old, now);
    }

    private static String accepting(String id, String hash) {
        return ProvenDecisions.act("accept-entry", id, hash);
    }

    /** Each time anew: once it is kept, it counts until another day. */
    private String keeping(Participant kept) {
        var hash = entries.versions(kept.id()).stream()
                .filter(it -> it.status() == EntryVersions.Status.IN_FORCE)
                .map(EntryVersions.Version::hash)
                .findFirst()
                .orElse("");
        return ProvenDecisions.act(
                "keep-entry", kept.id(), hash, kept.validUntil().toString());
    }

    private boolean passkeyRequired() {
        return directory.self().profile().passkeyRequired();
    }

    private static String done(RedirectAttributes redirect, String key, String id) {
        redirect.addFlashAttribute("flash", Flash.done(key, "id", id));
        return "redirect:/directory/" + id;
    }
}
