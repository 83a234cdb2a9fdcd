package org.comity.seat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.comity.casework.NoticesForSeats;
import org.comity.casework.PersonInSeat;
import org.comity.casework.PlaceForSeats;
import org.comity.directory.Directory;
import org.comity.procedure.KnownProcedure;
import org.comity.seat.SeatDraftRows.Written;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.ParticipantKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows where a person in a seat begins: the authority's threads, what is being written, and what can be opened. */
@Controller
@RequestMapping("/seat")
class SeatHomeController {

    private final SpeakingFromSeats speaking;
    private final OpeningFromSeats openings;
    private final SortingByTurn turns;
    private final SeatJointThreads joint;
    private final WaitingForPasskeys waiting;
    private final Directory directory;
    private final Words words;
    private final List<PlaceForSeats> places;
    private final List<NoticesForSeats> notices;

    // More than eight: each says one thing of where a person begins.
    SeatHomeController(
            SpeakingFromSeats speaking,
            OpeningFromSeats openings,
            SortingByTurn turns,
            SeatJointThreads joint,
            WaitingForPasskeys waiting,
            Directory directory,
            Words words,
            List<PlaceForSeats> places,
            List<NoticesForSeats> notices) {
        this.speaking = speaking;
        this.openings = openings;
        this.turns = turns;
        this.joint = joint;
        this.waiting = waiting;
        this.directory = directory;
        this.words = words;
        this.places = List.copyOf(places);
        this.notices = List.copyOf(notices);
    }

    @GetMapping
    String home(
            @RequestParam(required = false) @Nullable String turn,
            @RequestParam(required = false) @Nullable String after,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            Locale locale,
            Model model) {
        var begun = openings.begun(seat);
        var toOpen = waiting.toOpen(seat);
        var opened = toOpen.stream().map(Written::thread).collect(Collectors.toSet());
        var now = after == null && turn == null ? joint.now(seat, locale) : new SeatJointThreads.Now(List.of(), false);
        var authority = directory.get(seat.authority());
        model.addAttribute("past", now.past());
        model.addAttribute("leaves", authority.hasNode());
        model.addAttribute(
                "home",
                new SeatPagesView.Home(
                        seat.name(),
                        authority.name(locale.getLanguage()),
                        authority.kind() == ParticipantKind.PROVIDER,
                        seat.confirmed(),
                        turns.read(seat, turn, after, now, locale),
                        seat.confirmed() ? told(seat) : List.of(),
                        openings.offered(seat).stream().map(KnownProcedure::law).toList(),
                        OpeningFromSeats.full(begun),
                        begun.stream()
                                .filter(it -> !opened.contains(it.thread()))
                                .map(it -> Choice.of(it.thread(), words.say(Language.of(locale), it.law() + ".name")))
                                .toList(),
                        waiting.all(seat, toOpen, locale),
                        places.stream()
                                .filter(it -> it.here() && it.isFor(authority))
                                .map(it -> Choice.of(it.path(), it.title()))
                                .toList()));
        return "seat/home";
    }

    /** All joint threads in which the authority has or had a part from here. */
    @GetMapping("/joint")
    String past(
            @RequestParam(defaultValue = "") String after,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            Locale locale,
            Model model) {
        model.addAttribute("view", joint.page(seat, after, locale));
        return "seat/past";
    }

    private List<NoticesForSeats.Notice> told(SeatOfPerson seat) {
        var person = new PersonInSeat(seat.id(), seat.authority(), seat.name());
        return notices.stream().flatMap(it -> it.notices(person).stream()).toList();
    }

    @PostMapping("/confirm")
    String confirm(@RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat) {
        return "redirect:/seat/acts/" + speaking.confirmation(seat);
    }
}
