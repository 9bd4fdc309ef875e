import json, subprocess, sys

dandori = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

def ask(**request):
    print(json.dumps(request), file=dandori.stdin, flush=True)
    return json.loads(dandori.stdout.readline())

state = ask(do="reset", seed=1)
while not state["done"]:
    fitting = [job for job in state["observation"]["queue"] if job["fits"]]
    if fitting:
        state = ask(do="start", job=min(fitting, key=lambda job: job["estimate_s"])["job"])
    if not fitting or state.get("verdict") != "started":
        state = ask(do="wait")
print("mean bounded slowdown: %.3f" % -state["total_reward"])
dandori.stdin.close()
