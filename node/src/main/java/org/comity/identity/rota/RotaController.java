package org.comity.identity.rota;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.identity.person.Person;
import org.comity.identity.person.Persons;
import org.comity.ledger.Ledger;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which the rota is read and kept, and the file for one's own phone. */
@Controller
@RequestMapping("/desk/rota")
class RotaController {

    private static final String SHIFT = "/shifts/{id:[0-9]{1,18}}";

    private final KeepingRota keeping;
    private final ReadingRota reading;
    private final DutyCalendar calendar;
    private final Persons persons;
    private final Ledger ledger;

    RotaController(KeepingRota keeping, ReadingRota reading, DutyCalendar calendar, Persons persons, Ledger ledger) {
        this.keeping = keeping;
        this.reading = reading;
        this.calendar = calendar;
        this.persons = persons;
        this.ledger = ledger;
    }

    @GetMapping
    String page(Official by, Model model) {
        KeepingRota.mustRead(by);
        return page(TypedShift.EMPTY, new DutyAddress("", "", ""), FormProblems.NONE, by, model);
    }

    @PostMapping("/shifts")
    String enter(
            @RequestParam MultiValueMap<String, String> form, Official by, Model model, RedirectAttributes redirect) {
        KeepingRota.mustKeep(by);
        var typed = TypedShift.posted(form);
        var problems = typed.problems(mayBeOnDuty());
        if (problems.any()) {
            return page(typed, new DutyAddress("", "", ""), problems, by, model);
        }
        keeping.enter(typed.shift(), by);
        return done("rota.entered", "", redirect);
    }

    @PostMapping("/addresses")
    String address(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String phone,
            Official by,
            Model model,
            RedirectAttributes redirect) {
        KeepingRota.mustRead(by);
        var address = new DutyAddress(TypedText.line(person), TypedText.line(mail), TypedText.line(phone));
        var problems = FormProblems.NONE;
        if (addressed(by).stream().noneMatch(it -> it.id().equals(address.person()))) {
            problems = problems.with("person", "rota.officer.wrong");
        }
        if (!address.mail().isEmpty() && !address.mailIsOne()) {
            problems = problems.with("mail", "rota.mail.wrong");
        }
        if (!address.phone().isEmpty() && !address.phoneIsOne()) {
            problems = problems.with("phone", "rota.phone.wrong");
        }
        if (problems.any()) {
            return page(TypedShift.EMPTY, address, problems, by, model);
        }
        keeping.address(address, by);
        return done("rota.address.kept", "", redirect);
    }

    @GetMapping(SHIFT)
    String shift(@PathVariable long id, Official by, Model model) {
        KeepingRota.mustKeep(by);
        return shift(id, TypedChange.EMPTY, "", FormProblems.NONE, FormProblems.NONE, model);
    }

    @PostMapping(SHIFT + "/changes")
    String change(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "") String firstDay,
            @RequestParam(defaultValue = "") String lastDay,
            Official by,
            Model model,
            RedirectAttributes redirect) {
        KeepingRota.mustKeep(by);
        var typed = new TypedChange(TypedText.line(officer), TypedText.line(firstDay), TypedText.line(lastDay));
        var problems = typed.problems(mayBeOnDuty(), keeping.shift(id));
        if (problems.any()) {
            return shift(id, typed, "", problems, FormProblems.NONE, model);
        }
        var first = TypedText.day(typed.firstDay()).orElseThrow();
        keeping.change(
                id,
                first,
                TypedText.day(typed.lastDay()).orElse(first),
                typed.officer().equals(TypedChange.NOBODY) ? null : typed.officer(),
                by);
        return done("rota.changed", "/shifts/" + id, redirect);
    }

    @PostMapping(SHIFT + "/changes/{change:[0-9]{1,18}}/undo")
    String undo(@PathVariable long id, @PathVariable long change, Official by, RedirectAttributes redirect) {
        keeping.undo(id, change, by);
        return done("rota.undone", "/shifts/" + id, redirect);
    }

    @PostMapping(SHIFT + "/end")
    String end(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String ends,
            Official by,
            Model model,
            RedirectAttributes redirect) {
        KeepingRota.mustKeep(by);
        var day = TypedText.day(ends);
        var first = keeping.shift(id).firstDay();
        if (day.isEmpty() || day.get().isBefore(first)) {
            var problems = FormProblems.NONE.with("ends", day.isEmpty() ? "rota.day.wrong" : "rota.last-day.before");
            return shift(id, TypedChange.EMPTY, TypedText.line(ends), FormProblems.NONE, problems, model);
        }
        keeping.end(id, day.get(), by);
        return done("rota.ended", "", redirect);
    }

    @PostMapping(SHIFT + "/taken-out")
    String takeOut(@PathVariable long id, Official by, RedirectAttributes redirect) {
        keeping.takeOut(id, by);
        return done("rota.taken-out", "", redirect);
    }

    /** A file, and no address that a phone asks by itself: such an address would be a key to who watches when. */
    @FileDownload
    @GetMapping("/mine.ics")
    ResponseEntity<byte[]> mine(Official by, Locale language) {
        KeepingRota.mustRead(by);
        return FileAnswer.saved("duty.ics")
                .header(HttpHeaders.CONTENT_TYPE, DutyCalendar.TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(calendar.of(by, Language.of(language)).getBytes(StandardCharsets.UTF_8));
    }

    private String page(TypedShift typed, DutyAddress address, FormProblems problems, Official by, Model model) {
        var weeks = reading.fourWeeks();
        var record = ledger.lines(KeepingRota.SUBJECT, null, 20);
        var addressed = addressed(by);
        var addresses = reading.addresses();
        var unreachable = weeks.laid().stream()
                .filter(ShiftOfDay::there)
                .map(ShiftOfDay::officer)
                .distinct()
                .filter(it ->
                        !addresses.containsKey(it) || addresses.get(it).mail().isEmpty())
                .flatMap(it -> Stream.ofNullable(weeks.people().get(it)))
                .map(Person::name)
                .sorted()
                .toList();
        model.addAttribute(
                "view",
                new RotaView(
                        reading.now().orElse(null),
                        keeping.zone(),
                        weeks.from().plus(ReadingRota.AHEAD),
                        weeks.shifts(),
                        weeks.laid(),
                        weeks.gaps(),
                        weeks.doubles(),
                        unreachable,
                        named(weeks.people(), record),
                        keeping.officers(),
                        addressed,
                        addresses,
                        typed,
                        address,
                        problems,
                        KeepingRota.mayKeep(by),
                        record));
        return "identity/rota/rota";
    }

    /** Who did it, and whom it concerns, too. */
    private Map<String, Person> named(Map<String, Person> people, List<Ledger.Line> record) {
        var all = new HashMap<>(people);
        record.stream()
                .flatMap(it -> Stream.of(it.official(), it.facts().get("officer")))
                .filter(Objects::nonNull)
                .distinct()
                .filter(it -> !all.containsKey(it))
                .forEach(it -> persons.find(it).ifPresent(person -> all.put(it, person)));
        return all;
    }

    private String shift(
            long id, TypedChange typed, String lastDay, FormProblems problems, FormProblems ending, Model model) {
        var shift = keeping.shift(id);
        var changes = keeping.changesOf(id);
        var names = new HashMap<String, String>();
        Stream.concat(Stream.of(shift.person()), changes.stream().flatMap(it -> Stream.ofNullable(it.instead())))
                .distinct()
                .forEach(it -> names.put(it, persons.find(it).map(Person::name).orElse(it)));
        model.addAttribute(
                "view",
                new RotaView.OfShift(
                        shift,
                        Objects.requireNonNull(names.get(shift.person())),
                        changes.stream()
                                .sorted(Comparator.comparing(ShiftChange::firstDay))
                                .toList(),
                        names,
                        keeping.officers(),
                        typed,
                        lastDay,
                        problems,
                        ending));
        return "identity/rota/shift";
    }

    /** Who may be on duty; for whoever keeps the rota also who no longer may and has an address, so that it can be emptied. */
    private List<Person> addressed(Official by) {
        var officers = keeping.officers();
        if (!KeepingRota.mayKeep(by)) return officers;
        var gone = reading.addresses().keySet().stream()
                .filter(it -> officers.stream().noneMatch(one -> one.id().equals(it)))
                .flatMap(it -> persons.find(it).stream())
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::id));
        return Stream.concat(officers.stream(), gone).toList();
    }

    private Set<String> mayBeOnDuty() {
        return keeping.officers().stream().map(Person::id).collect(Collectors.toSet());
    }

    private static String done(String key, String page, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.done(key));
        return "redirect:/desk/rota" + page;
    }
}
