# Writes the built-in antenna table as an ANTEX file for a day: what other programs need to use the same offsets.
import sys, tomllib, datetime
t=tomllib.load(open(sys.argv[1],'rb')); day=sys.argv[2]
blocks={b['name']:b for b in t['block']}
freq={'G':['G01','G02','G05'],'R':['R01','R02'],'E':['E01','E05','E07','E08'],'C':['C01','C02','C05','C06','C07'],'J':['J01','J02','J05'],'I':['I05','I09']}
print(f"{'     1.4            M':60}{'ANTEX VERSION / SYST':20}"); print(f"{'A':60}{'PCV TYPE / REFANT':20}"); print(f"{'':60}{'END OF HEADER':20}")
for s in t['satellite']:
    if s['from']>day or s.get('until','9999')<day: continue
    b=blocks[s['block']]; x,y,z=b['product']; z=s.get('z',z)
    print(f"{'':60}{'START OF ANTENNA':20}")
    print(f"{s['block'][:20]:20}{s['sat']:20}{s.get('svn',''):20}{'TYPE / SERIAL NO':20}")
    print(f"{'     0.0':60}{'DAZI':20}"); print(f"{'     0.0  17.0   1.0':60}{'ZEN1 / ZEN2 / DZEN':20}")
    fr=freq.get(s['sat'][0],[])
    print(f"{len(fr):6d}{'':54}{'# OF FREQUENCIES':20}")
    print(f"{'  1990     1     1     0     0    0.0000000':60}{'VALID FROM':20}")
    for f in fr:
        print(f"{'   '+f:60}{'START OF FREQUENCY':20}")
        print(f"{x*1000:10.2f}{y*1000:10.2f}{z*1000:10.2f}{'':30}{'NORTH / EAST / UP':20}")
        print('   NOAZI'+'    0.00'*18)
        print(f"{'   '+f:60}{'END OF FREQUENCY':20}")
    print(f"{'':60}{'END OF ANTENNA':20}")
