package dandori.scenario;

import dandori.scenario.key.Moment;
import dandori.scenario.key.Times;
import dandori.scenario.text.Units;

/** Times, as text. */
final class TimesText {

    private TimesText() {}

    static void put(TreeBuilder tree, Times times) {
        tree.text("from", moment(times.from())).text("to", moment(times.to()));
        if (!times.hoursText().isEmpty()) {
            tree.text("hours", times.hoursText());
        }
        if (!times.days().isEmpty()) {
            tree.list("days", times.dayNames().stream().map(TreeBuilder::ofText).toList());
        }
    }

    private static String moment(Moment moment) {
        Long millis = moment.millis();
        return millis == null ? String.valueOf(moment.date()) : Units.duration(millis);
    }
}
