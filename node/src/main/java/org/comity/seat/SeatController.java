package org.comity.seat;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.casework.SeatSentences;
import org.comity.casework.WordsBelowThreads;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.procedure.RequestRow;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.sealing.Letters.Section;
import org.comity.seat.SeatDraftRows.Written;
import org.comity.thread.Threads;
import org.comity.ui.Capital;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of a person in a seat: the authority's own threads and nothing else. */
@Controller
@RequestMapping("/seat")
class SeatController {

    private static final String THREAD = "/threads/{thread:[0-9a-f-]{36}}";
    private static final String ACT = "/acts/{act:[0-9a-f]{64}}";

    private final SpeakingFromSeats speaking;
    private final MakingSeatActs making;
    private final WaitingForPasskeys waiting;
    private final Directory directory;
    private final Words words;
    private final SeatSentences sentences;
    private final OpeningFromSeats openings;
    private final PracticeSeats practice;
    private final AuthoritiesInSeats authorities;
    private final DocumentsAtSeats documents;
    private final ItemsAtSeats items;
    private final List<WordsBelowThreads> below;

    // More than eight: what is read, written and approved in a thread is one set of pages.
    SeatController(
            SpeakingFromSeats speaking,
            MakingSeatActs making,
            WaitingForPasskeys waiting,
            Directory directory,
            Words words,
            SeatSentences sentences,
            OpeningFromSeats openings,
            PracticeSeats practice,
            AuthoritiesInSeats authorities,
            DocumentsAtSeats documents,
            ItemsAtSeats items,
            List<WordsBelowThreads> below) {
        this.speaking = speaking;
        this.making = making;
        this.waiting = waiting;
        this.directory = directory;
        this.words = words;
        this.sentences = sentences;
        this.openings = openings;
        this.practice = practice;
        this.authorities = authorities;
        this.documents = documents;
        this.items = items;
        this.below = List.copyOf(below);
    }

    @GetMapping(THREAD)
    String thread(
            @PathVariable String thread,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            Locale locale,
            Model model) {
        var row = speaking.row(seat, thread);
        authorities.opened(seat, thread);
        var acts = speaking.acts(row).reversed();
        var offered = speaking.offered(row);
        var given = sentences.of(acts.stream().map(Threads.KeptAct::envelope).toList(), locale);
        model.addAttribute(
                "view",
                new SeatPagesView.InThread(
                        line(row, locale),
                        place(directory, seat, locale),
                        List.of(),
                        acts.stream().map(it -> said(row, it, given, locale)).toList(),
                        offered.stream()
                                .map(it -> Choice.of(it, title(row, it, locale)))
                                .toList(),
                        offered.stream().anyMatch(it -> items.names(row, it)) ? SeatItemsView.path(thread) : "",
                        waiting.in(seat, thread, locale),
                        WordsBelowThreads.all(below, row, Language.of(locale))));
        return "seat/thread";
    }

    @GetMapping(ACT)
    String preview(
            @PathVariable String act,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            Locale locale,
            Model model) {
        return preview(speaking.draft(seat, act), seat, FormProblems.NONE, locale, model);
    }

    private String preview(Written draft, SeatOfPerson seat, FormProblems problems, Locale locale, Model model) {
        var act = Act.read(draft.json());
        model.addAttribute(
                "view",
                new SeatPagesView.Preview(
                        draft.act(),
                        back(draft, act.envelope(), seat),
                        place(directory, seat, locale),
                        making.title(act, locale),
                        making.recorded(act.envelope(), List.of(), locale),
                        making.content(act, locale),
                        documents.enclosed(draft),
                        documents.handedOver(draft).lines(),
                        speaking.options(seat, draft.act()),
                        speaking.needed(draft),
                        SpeakingFromSeats.given(draft),
                        draft.assertions() == null
                                ? draft.seat().equals(seat.id())
                                : !WaitingForPasskeys.approvedBy(draft, seat),
                        practice.signsFor(seat),
                        problems));
        return "seat/preview";
    }

    @PostMapping(ACT)
    String approve(
            @PathVariable String act,
            @RequestParam(defaultValue = "") String assertion,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var draft = speaking.draft(seat, act);
        boolean sent;
        try {
            sent = speaking.approve(seat, act, assertion);
        } catch (SeatRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return preview(draft, seat, FormProblems.NONE.with("", "error." + refused.code()), locale, model);
        } catch (Threads.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return preview(draft, seat, FormProblems.NONE.with("", "error.seat.not-proved"), locale, model);
        }
        var envelope = Act.read(draft.json()).envelope();
        if (envelope.procedure().equals(SeatProcedure.ID)) return sent ? "redirect:/seat" : "redirect:/seat/records";
        return "redirect:" + (sent ? SeatPagesView.Line.path(draft.thread()) : waits(envelope, seat));
    }

    /** What is to open a thread waits on the page of all; there is no other yet. */
    private String waits(Envelope act, SeatOfPerson seat) {
        return openings.find(seat, act.thread()).isPresent() ? "/seat" : SeatPagesView.Line.path(act.thread());
    }

    /** To where it was written, as long as nobody approved it. */
    private Choice back(Written draft, Envelope act, SeatOfPerson seat) {
        if (draft.assertions() == null && !act.type().equals("confirm")) {
            if (act.procedure().equals(SeatProcedure.ID))
                return Choice.of("/seat/records?act=" + draft.act(), "seat.preview.change");
            if (openings.find(seat, act.thread()).isEmpty())
                return Choice.of(
                        SeatPagesView.Line.path(act.thread()) + "/" + draft.type() + "?act=" + draft.act(),
                        "seat.preview.change");
        }
        if (act.procedure().equals(SeatProcedure.ID)) return Choice.of("/seat", "seat.home");
        return openings.find(seat, act.thread())
                .map(it -> Choice.of(SeatOpeningView.path(it.thread()), "seat.opening.back"))
                .orElseGet(() -> Choice.of(SeatPagesView.Line.path(act.thread()), "seat.preview.back"));
    }

    /** By whose clock whoever sits there lives. */
    static Capital place(Directory directory, SeatOfPerson seat, Locale locale) {
        var own = GoneParticipant.shown(directory, seat.authority());
        return new Capital(own.capital(locale.getLanguage()), own.zone());
    }

    static SeatPagesView.Line line(RequestRow row, Locale locale) {
        return new SeatPagesView.Line(
                row.thread(),
                row.reference(),
                row.subjects().getOrDefault(locale.getLanguage(), row.subject()),
                row.law(),
                row.state(),
                row.drill());
    }

    private SeatPagesView.Said said(RequestRow row, Threads.KeptAct act, Map<String, Section> given, Locale locale) {
        var envelope = act.envelope();
        var from = GoneParticipant.shown(
                directory, theirs(envelope, row.ourRole()) ? row.counterpart() : envelope.author());
        var read = new Act(envelope, act.body());
        return new SeatPagesView.Said(
                act.id(),
                act.n(),
                making.headline(read, locale),
                from.name(locale.getLanguage()),
                envelope.time(),
                envelope.facts().get("recorded"),
                act.bodyKept()
                        ? Stream.concat(Stream.ofNullable(given.get(act.id())), making.content(read, locale).stream())
                                .toList()
                        : List.of(),
                envelope.attachments(),
                act.bodyKept());
    }

    /** The host writes down what came on paper, of either side: whose step it is its role says. */
    static boolean theirs(Envelope act, Role hosts) {
        return act.facts().containsKey("recorded") && Role.of(act.role()) != hosts;
    }

    private String title(RequestRow row, String type, Locale locale) {
        return words.say(Language.of(locale), row.law() + ".act." + type);
    }
}
