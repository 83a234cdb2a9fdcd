package org.comity.seat;

import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.identity.ApprovalForm;
import org.comity.identity.TwoOfficers;
import org.comity.paper.TypedValues;
import org.comity.thread.Threads;
import org.comity.ui.Choice;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.SinglePress;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where officers invite persons of authorities without a node, ring them, give the key together, and end it. */
@Controller
@RequestMapping("/seats")
class SeatsController {

    private static final TypedValues NOTHING = new TypedValues(Map.of());

    private final GivingSeats giving;
    private final ReopeningSeats reopening;
    private final AddressOfSeats addresses;
    private final Directory directory;
    private final CaseAccess access;
    private final Compartments compartments;
    private final SinglePress presses;
    private final URI origin;

    SeatsController(
            GivingSeats giving,
            ReopeningSeats reopening,
            AddressOfSeats addresses,
            Directory directory,
            CaseAccess access,
            Compartments compartments,
            SinglePress presses,
            @Value("${node.origin}") URI origin) {
        this.giving = giving;
        this.reopening = reopening;
        this.addresses = addresses;
        this.directory = directory;
        this.access = access;
        this.compartments = compartments;
        this.presses = presses;
        this.origin = origin;
    }

    @GetMapping
    String list(Official by, Locale locale, Model model) {
        access.mustRead(by);
        return list(null, new SeatsView.TypedSeat("", "", ""), FormProblems.NONE, locale, model);
    }

    @PostMapping
    String invite(
            @RequestParam(defaultValue = "") String authority,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String function,
            Official by,
            Locale locale,
            Model model) {
        access.mustWrite(by);
        var typed = new SeatsView.TypedSeat(authority, TypedText.line(name), TypedText.line(function));
        try {
            var token = giving.invite(authority, typed.name(), typed.function(), by);
            return list(
                    origin + "/seat/invitation/" + token,
                    new SeatsView.TypedSeat("", "", ""),
                    FormProblems.NONE,
                    locale,
                    model);
        } catch (SeatRefused refused) {
            return list(null, typed, problem(refused, "authority"), locale, model);
        }
    }

    private String list(
            @Nullable String link, SeatsView.TypedSeat typed, FormProblems problems, Locale locale, Model model) {
        var adopted = reopening.adopted();
        model.addAttribute(
                "seats",
                new SeatsView(
                        giving.all().stream()
                                .map(it -> new SeatsView.Line(
                                        it.id(), it.authority(), it.name(), it.function(), status(it)))
                                .toList(),
                        directory.all().stream()
                                .filter(it -> !it.hasNode()
                                        && !it.id().equals(directory.self().id()))
                                .filter(it -> !adopted.contains(it.id()))
                                .toList(),
                        adopted.stream()
                                .map(it -> Choice.of(
                                        it, GoneParticipant.shown(directory, it).name(locale.getLanguage())))
                                .toList(),
                        link,
                        typed,
                        problems));
        return "seat/seats";
    }

    @GetMapping("/{id:[0-9a-f]{12}}")
    String one(@PathVariable String id, Official by, Model model) {
        access.mustRead(by);
        return one(giving.get(id), NOTHING, FormProblems.NONE, by, model);
    }

    private String one(SeatOfPerson seat, TypedValues typed, FormProblems problems, Official by, Model model) {
        model.addAttribute("told", addresses.of(seat.authority()));
        model.addAttribute(
                "seat",
                new SeatView(
                        seat.id(),
                        directory.find(seat.authority()).orElse(null),
                        seat.name(),
                        seat.function(),
                        status(seat),
                        seat.copied(),
                        seat.act() == null ? "" : seat.act(),
                        seat.status() == SeatOfPerson.Status.SUBMITTED
                                && TwoOfficers.TWO
                                        .verdict(seat.submittedBy(), by)
                                        .allowed(),
                        giving.doubtful(seat).stream()
                                .filter(it -> !compartments.hides(it.thread(), by))
                                .map(it -> new SeatView.Doubtful(giving.reference(it.thread()), it.act()))
                                .toList(),
                        giving.contested(seat).stream()
                                .map(it -> contested(it, by))
                                .toList(),
                        typed,
                        problems));
        return "seat/seat";
    }

    /** Of a request that is closed to this official its acts are not named either. */
    private SeatView.Contested contested(Threads.KeptAct act, Official by) {
        var acts = act.body().get("acts") instanceof List<?> all ? all : List.of();
        return new SeatView.Contested(
                act.envelope().type(),
                act.envelope().time(),
                String.valueOf(act.body().getOrDefault("text", "")),
                act.id(),
                acts.stream()
                        .map(String::valueOf)
                        .filter(it -> !compartments.hides(giving.threadOf(it), by))
                        .map(it -> new SeatView.Doubtful(giving.referenceOf(it), it))
                        .toList());
    }

    /** The call-back: the number is rung after the key was made, and its fingerprint is read aloud by the person. */
    @PostMapping("/{id:[0-9a-f]{12}}/call")
    String call(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String called,
            @RequestParam(defaultValue = "") String numberFrom,
            @RequestParam(defaultValue = "") String answeredBy,
            @RequestParam(defaultValue = "") String calledAt,
            @RequestParam(defaultValue = "") String fingerprint,
            @RequestParam(required = false) @Nullable MultipartFile letter,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            Model model)
            throws IOException {
        access.mustWrite(by);
        var call = new SeatCall(
                TypedText.clean(called),
                numberFrom,
                TypedText.clean(answeredBy),
                instant(calledAt),
                fingerprint,
                letter == null ? new byte[0] : letter.getBytes());
        try {
            giving.submit(id, call, by);
            return "redirect:/seats/" + id;
        } catch (SeatRefused refused) {
            var problems = problem(refused, "");
            if (call.letter().length > 0 && problems.at("letter").isEmpty()) {
                problems = problems.with("letter", "seat.needed.letter-again");
            }
            return one(giving.get(id), new TypedValues(form), problems, by, model);
        }
    }

    @GetMapping("/{id:[0-9a-f]{12}}/act.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String id, Official by) {
        access.mustRead(by);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(giving.document(id));
    }

    @PostMapping("/{id:[0-9a-f]{12}}/approve")
    String approve(
            @PathVariable String id,
            @RequestParam String once,
            ApprovalForm form,
            Official by,
            RedirectAttributes redirect) {
        return presses.once(once, () -> {
            giving.approve(id, form.proof(), by);
            redirect.addFlashAttribute("flash", Flash.done("seat.given-now"));
            return "redirect:/seats/" + id;
        });
    }

    @PostMapping("/{id:[0-9a-f]{12}}/back")
    String back(@PathVariable String id, Official by) {
        access.mustWrite(by);
        giving.takeBack(id, by);
        return "redirect:/seats/" + id;
    }

    @PostMapping("/{id:[0-9a-f]{12}}/end")
    String end(@PathVariable String id, @RequestParam(defaultValue = "") String since, Official by, Model model) {
        access.mustWrite(by);
        var from = instant(since);
        if (from == null) {
            return one(
                    giving.get(id), typedSince(since), FormProblems.NONE.with("since", "seat.needed.since"), by, model);
        }
        try {
            giving.end(id, from, by);
            return "redirect:/seats/" + id;
        } catch (SeatRefused refused) {
            return one(giving.get(id), typedSince(since), problem(refused, "since"), by, model);
        }
    }

    private static TypedValues typedSince(String since) {
        return new TypedValues(Map.of("since", List.of(since)));
    }

    /** In UTC, as the page says. */
    private static @Nullable Instant instant(String typed) {
        try {
            return LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Beside each field that it names, in words of that field. */
    private static FormProblems problem(RuleBroken refused, String otherwise) {
        var problems = FormProblems.NONE;
        for (var field : SeatRefused.fields(refused)) problems = problems.with(field, "seat.needed." + field);
        return problems.any() ? problems : FormProblems.NONE.with(otherwise, "error." + refused.code());
    }

    private static String status(SeatOfPerson seat) {
        return seat.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
