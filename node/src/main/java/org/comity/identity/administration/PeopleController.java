package org.comity.identity.administration;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.secret.Secrets;
import org.comity.identity.settings.IdentitySettings;
import org.comity.ledger.Ledger;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's pages about people. */
@Controller
@RequestMapping("/admin")
class PeopleController {

    private static final String ID = "[a-z][a-z0-9.-]{1,39}";

    private final AdministeringPeople people;
    private final Passkeys passkeys;
    private final Secrets secrets;
    private final Ledger ledger;
    private final IdentitySettings settings;
    private final FirstDays firstDays;

    PeopleController(
            AdministeringPeople people,
            Passkeys passkeys,
            Secrets secrets,
            Ledger ledger,
            IdentitySettings settings,
            FirstDays firstDays) {
        this.people = people;
        this.passkeys = passkeys;
        this.secrets = secrets;
        this.ledger = ledger;
        this.settings = settings;
        this.firstDays = firstDays;
    }

    @GetMapping
    String start() {
        return "redirect:/admin/people";
    }

    @GetMapping("/people")
    String list(Official by, Model model) {
        return list("", "", Set.of(), FormProblems.NONE, by, model);
    }

    @PostMapping("/people")
    String add(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable Set<Duty> duties,
            Official by,
            RedirectAttributes redirect,
            Model model) {
        var chosen = chosen(duties);
        var problems = problems(id.strip(), name.strip());
        if (problems.any()) {
            return list(id, name, chosen, problems, by, model);
        }
        var token = people.add(id.strip(), name.strip(), chosen, by);
        return issued(id.strip(), token, "identity.people.added", redirect);
    }

    /** For good: whoever administers a node that has stood for long is not told of its first days. */
    @PostMapping("/ready/close")
    String closeReady(Official by, RedirectAttributes redirect) {
        firstDays.close(by);
        redirect.addFlashAttribute("flash", Flash.done("ready.closed"));
        return "redirect:/admin/people";
    }

    @GetMapping("/people/{id}")
    String person(@PathVariable String id, Model model) {
        var person = people.person(id);
        var waiting = people.waiting(id);
        var link = model.getAttribute("token") instanceof String token ? settings.origin() + "/enrol/" + token : null;
        model.addAttribute(
                "view",
                new PersonView(
                        person,
                        passkeys.of(id),
                        secrets.enrolled(id).password(),
                        link,
                        waiting.orElse(null),
                        waiting.map(people::deciders).orElse(List.of()),
                        ledger.lines(id, null, 20)));
        return "identity/person";
    }

    @PostMapping("/people/{id}/duties")
    String duties(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Set<Duty> duties,
            @RequestParam(defaultValue = "") String seen,
            Official by,
            RedirectAttributes redirect) {
        boolean waits = people.change(id, chosen(duties), seen, by);
        return done(id, waits ? "identity.people.change-waits" : "identity.people.changed", redirect);
    }

    @PostMapping("/people/{id}/left")
    String left(@PathVariable String id, Official by, RedirectAttributes redirect) {
        people.deactivate(id, by);
        return done(id, "identity.people.deactivated", redirect);
    }

    @PostMapping("/people/{id}/back")
    String back(@PathVariable String id, Official by, RedirectAttributes redirect) {
        return issued(id, people.activate(id, by), "identity.people.activated", redirect);
    }

    @PostMapping("/people/{id}/passkey")
    String lostPasskey(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            Official by,
            RedirectAttributes redirect) {
        return issued(id, people.replacePasskey(id, seen, by), "identity.people.link-issued", redirect);
    }

    private String list(String id, String name, Set<Duty> duties, FormProblems problems, Official by, Model model) {
        model.addAttribute(
                "view",
                new PeopleView(
                        people.all(), people.waiting(), id, name, duties, problems, !people.somebodyConfirms(by)));
        model.addAttribute("ready", firstDays.steps());
        return "identity/people";
    }

    private static String issued(String id, String token, String key, RedirectAttributes redirect) {
        redirect.addFlashAttribute("token", token);
        return done(id, key, redirect);
    }

    private static String done(String id, String key, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.done(key));
        return "redirect:/admin/people/" + id;
    }

    private static FormProblems problems(String id, String name) {
        var problems = FormProblems.NONE;
        if (name.isEmpty() || name.length() > 120) {
            problems = problems.with("name", "identity.people.name.wrong");
        }
        if (!id.matches(ID)) {
            problems = problems.with("id", "identity.people.id.wrong");
        }
        return problems;
    }

    private static Set<Duty> chosen(@Nullable Set<Duty> duties) {
        return duties == null ? EnumSet.noneOf(Duty.class) : duties;
    }
}
