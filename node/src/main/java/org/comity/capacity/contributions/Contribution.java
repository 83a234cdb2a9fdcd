package org.comity.capacity.contributions;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.capacity.MoneyOfCurrency;
import org.comity.capacity.MoneyOfCurrency.Amount;
import org.comity.capacity.ThreadWithActs;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ActContent;
import org.comity.vocabulary.Role;

/** Tells of one contribution what was pledged, paid and received, each currency by itself. */
public record Contribution(ThreadWithActs said) {

    private static final List<String> TAKEN = List.of("Accepted", "Closed");
    private static final String EVERYBODY = "everybody";

    public RequestRow row() {
        return said.row();
    }

    public boolean givenByUs() {
        return row().ourRole() == Role.REQUESTING;
    }

    public String title() {
        return text("title");
    }

    /** {@code fund}, {@code need} or {@code activity}. */
    public String toward() {
        return text("toward");
    }

    /** The fund, the reference of the need or the name of the activity. */
    public String target() {
        return text(toward());
    }

    public boolean inMoney() {
        return text("form").equals("money");
    }

    boolean taken() {
        return TAKEN.contains(row().state());
    }

    /** Both sides let everybody see it; who receives it says so by accepting. */
    boolean forEverybody() {
        return EVERYBODY.equals(text("audience"))
                && said.last("accept")
                        .map(it -> EVERYBODY.equals(it.text("audience")))
                        .orElse(false);
    }

    /** What stands as pledged: the last that was said replaces what was said before. */
    ActContent pledge() {
        return said.last("change").orElse(said.opening());
    }

    List<Amount> pledged() {
        return amounts(pledge());
    }

    List<Amount> received() {
        return said.all("receipt").flatMap(it -> amounts(it).stream()).toList();
    }

    /** By currency. */
    public Map<String, MoneyOfCurrency> money() {
        Map<String, MoneyOfCurrency> all = new TreeMap<>();
        add(all, "pledged", pledged());
        add(all, "paid", said.all("pay").flatMap(it -> amounts(it).stream()).toList());
        add(all, "received", received());
        return all;
    }

    String text(String key) {
        return said.opening().text(key);
    }

    private static void add(Map<String, MoneyOfCurrency> all, String kind, List<Amount> amounts) {
        amounts.forEach(it -> all.merge(it.currency(), MoneyOfCurrency.of(kind, it), MoneyOfCurrency::and));
    }

    private static List<Amount> amounts(ActContent act) {
        return act.rows("amounts").stream()
                .<Amount>mapMulti((row, into) -> {
                    var amount = MoneyOfCurrency.amount(row);
                    if (amount != null) into.accept(amount);
                })
                .toList();
    }
}
