package dandori.report;

import dandori.experiment.Study;

/**
 * What the titles of figures say beside what they show: how many jobs, and of how many runs.
 *
 * @param study the study
 */
record FigureWords(Study study) {

    /** {@code Jobs waiting over time (about 3,200 jobs a run, mean of 3 seeds, by policy)}. */
    String title(String what, String how) {
        int seeds = study.seeds().size();
        String runs = seeds == 1 ? "" : ", %s of %d seeds".formatted(how, seeds);
        String by =
                study.policies().size() == 1
                        ? ", under " + study.policies().get(0)
                        : ", by policy";
        return "%s (%s%s%s)".formatted(what, jobs(), runs, by);
    }

    private String jobs() {
        boolean isKnown = study.seeds().size() == 1;
        String jobs = Digits.plain(isKnown ? study.jobs() : StudySize.rounded(study.jobs()), 0);
        return (isKnown ? "" : "about ") + jobs + (study.jobs() == 1 ? " job" : " jobs") + " a run";
    }
}
