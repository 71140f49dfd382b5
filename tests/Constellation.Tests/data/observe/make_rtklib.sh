#!/bin/sh
# Positions that RTKLIB 2.4.3 (Debian rnx2rtkp) finds in noise-free observations whose truth is nav-2020-06-25.rnx; and in simulated ones.
# Needs: constellation and rnx2rtkp in the search path. Writes noise-free.csv and simulated.csv here.
set -e
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
nav=$here/nav-2020-06-25.rnx
cat > "$work/base.conf" <<'END'
pos1-posmode=single
pos1-frequency=l1
pos1-ionoopt=off
pos1-tropopt=off
pos1-sateph=brdc
pos1-elmask=10
out-solformat=xyz
out-timesys=gpst
out-timeform=tow
END
constellation observe noise-free -q --set orbits.source=nav:$nav --set clocks.source=nav:$nav --set broadcast.source=nav:$nav \
    --signals G1C,R1C,E1C,C2I --site ESBC=55.49,8.457,60 --start 2020-06-25T10:00:00GPST --duration 10min --step 1min -o "$work/nf"
echo "systems,week,second,x_m,y_m,z_m" > "$here/noise-free.csv"
for pair in G:1 R:4 E:8 C:32 GREC:45; do
    { cat "$work/base.conf"; echo "pos1-navsys=${pair##*:}"; } > "$work/o.conf"
    rnx2rtkp -k "$work/o.conf" -o "$work/o.pos" "$work/nf/ESBC.rnx" "$work/nf/nav.rnx" 2> /dev/null
    grep -v '^%' "$work/o.pos" | awk -v s="${pair%%:*}" '{print s "," $1 "," $2 "," $3 "," $4 "," $5}' >> "$here/noise-free.csv"
done

# Simulated errors and messages: RTKLIB with its usual models on single codes, and its static PPP with the simulated products.
echo "scenario,mode,epochs,median_m,p95_m,last_m" > "$here/simulated.csv"
judge() {
    awk -F, -v name="$1" -v mode="$2" 'FNR == NR { if (FNR > 1) t[substr($1, 1, 19)] = $2 " " $3 " " $4; next }
        { split($0, f, " "); key = f[1]; gsub("/", "-", key); key = key "T" substr(f[2], 1, 8);
          if (key in t) { split(t[key], p, " "); d = sqrt((f[3] - p[1])^2 + (f[4] - p[2])^2 + (f[5] - p[3])^2); printf "%s,%s,%.4f\n", name, mode, d } }' \
        "$3" "$4" > "$work/d.csv"
    last=$(tail -1 "$work/d.csv" | cut -d, -f3)
    cut -d, -f3 "$work/d.csv" | sort -n | awk -v name="$1" -v mode="$2" -v last="$last" '{ a[NR] = $1 } END { print name "," mode "," NR "," a[int((NR + 1) / 2)] "," a[int(0.95 * NR)] "," last }' >> "$here/simulated.csv"
}
for pair in gps:1 beidou-3:32 galileo:8 glonass:4; do
    name=${pair%%:*}
    constellation observe "$name" -q --site BERL=52.5,13.4,40 --duration 3h -o "$work/$name"
    { grep -v -e ionoopt -e tropopt -e timeform "$work/base.conf"; echo "pos1-navsys=${pair##*:}"; echo pos1-ionoopt=brdc; echo pos1-tropopt=saas; echo out-timeform=hms; } > "$work/o.conf"
    rnx2rtkp -k "$work/o.conf" -o "$work/o.pos" "$work/$name/BERL.rnx" "$work/$name/nav.rnx" 2> /dev/null
    grep -v '^%' "$work/o.pos" > "$work/p.pos"
    judge "$name" single "$work/$name/BERL.truth.csv" "$work/p.pos"
done
constellation observe gps -q --site BERL=52.5,13.4,40 --duration 24h -o "$work/day"
cat > "$work/o.conf" <<'END'
pos1-posmode=ppp-static
pos1-frequency=l1+2
pos1-ionoopt=dual-freq
pos1-tropopt=est-ztd
pos1-sateph=precise
pos1-elmask=10
pos1-navsys=1
pos1-tidecorr=on
pos1-posopt3=on
out-solformat=xyz
out-timesys=gpst
out-timeform=hms
END
rnx2rtkp -k "$work/o.conf" -o "$work/o.pos" "$work/day/BERL.rnx" "$work/day/nav.rnx" "$work/day/orbits.sp3" "$work/day/clocks.clk" 2> /dev/null
grep -v '^%' "$work/o.pos" > "$work/p.pos"
judge gps ppp-static "$work/day/BERL.truth.csv" "$work/p.pos"
rm -r "$work"
